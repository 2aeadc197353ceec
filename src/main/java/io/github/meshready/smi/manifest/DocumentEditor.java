package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the edits of one document into splices of its text. */
final class DocumentEditor {

    private final Document document;
    private final List<Splice> splices;

    DocumentEditor(Document document, List<Splice> splices) {
        this.document = document;
        this.splices = splices;
    }

    void edit(Node node, EditTree wanted) {
        if (wanted.isLeaf()) {
            return;
        }
        rejectShared(node);
        if (node instanceof MappingNode mapping) {
            editMapping(mapping, Optional.empty(), wanted);
        } else if (node instanceof SequenceNode sequence) {
            for (Map.Entry<Object, EditTree> child : wanted.children().entrySet()) {
                edit(sequence.items().get((Integer) child.getKey()), child.getValue());
            }
        } else {
            throw new IllegalStateException(document.locate(node) + ": cannot descend into " + node.described());
        }
    }

    /** @param key the key under which the mapping stands, if it is the value of one */
    private void editMapping(MappingNode mapping, Optional<ScalarNode> key, EditTree wanted) {
        EntryInsertion insertion = new EntryInsertion(document.source(), mapping, key);
        for (Map.Entry<Object, EditTree> child : wanted.children().entrySet()) {
            String name = (String) child.getKey();
            EditTree subtree = child.getValue();
            Optional<Entry> own = mapping.own(name);
            if (mapping.isMerged(name)) {
                if (own.isPresent() || !subtree.isLeaf()) {
                    throw shared(mapping, "\"" + Printable.text(name) + "\" comes from a merge key");
                }
                splices.add(insertion.insert(name, subtree));
            } else if (own.isPresent()) {
                editEntry(own.get(), subtree);
            } else {
                splices.add(insertion.insert(name, subtree));
            }
        }
    }

    private void editEntry(Entry entry, EditTree wanted) {
        Node value = entry.value();
        if (wanted.isLeaf()) {
            setScalar(entry, wanted.value());
        } else if (value instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL) {
            String created = " " + EntryInsertion.flow(wanted, document.source().isJson());
            splices.add(new Splice(scalar.start(), scalar.end(), created));
        } else if (value instanceof MappingNode mapping) {
            rejectShared(mapping);
            editMapping(mapping, Optional.of(entry.key()), wanted);
        } else {
            edit(value, wanted);
        }
    }

    private void setScalar(Entry entry, String text) {
        Node value = entry.value();
        boolean stands = value.resolved() instanceof ScalarNode scalar
                && scalar.type() == ScalarType.TEXT
                && scalar.value().equals(text);
        if (stands) {
            return;
        }
        rejectSharedScalar(value);
        boolean json = document.source().text().charAt(entry.key().start()) == '"';
        String written = json ? ScalarText.json(text) : ScalarText.yaml(text);
        boolean empty = value.start() == value.end();
        splices.add(new Splice(value.start(), value.end(), empty ? " " + written : written));
    }

    private void rejectSharedScalar(Node value) {
        if (document.shared().contains(value)) {
            throw shared(value, "the value is anchored and repeated elsewhere");
        }
    }

    private void rejectShared(Node node) {
        if (node instanceof AliasNode alias) {
            throw shared(node, "*" + Printable.text(alias.name()) + " repeats a value written elsewhere");
        }
        if (document.shared().contains(node)) {
            throw shared(node, "the value is anchored and repeated elsewhere");
        }
    }

    private InputException shared(Node node, String why) {
        return new InputException(new InputProblem(
                document.locate(node),
                why + "; an edit here would change more than one place, so nothing was written",
                "write the value out where it is used, without anchor and alias"));
    }
}
