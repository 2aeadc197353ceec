package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import io.github.meshready.smi.manifest.PartRemoval.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the edits of one document into splices of its text. */
final class DocumentEditor {

    private final Document document;
    private final SourceText source;
    private final AliasExpansion aliases;
    private final List<Splice> splices = new ArrayList<>();

    DocumentEditor(Document document) {
        this.document = document;
        this.source = document.source();
        this.aliases = new AliasExpansion(document);
    }

    List<Splice> edit(EditTree wanted) {
        edit(document.root(), Optional.empty(), wanted);
        List<Splice> all = new ArrayList<>(splices);
        aliases.splices().stream()
                .filter(alias -> splices.stream().noneMatch(splice -> splice.covers(alias)))
                .forEach(all::add);
        return all;
    }

    /** What was done beyond the edits themselves. */
    List<String> remarks() {
        return aliases.remarks();
    }

    /** @param key the key under which the value stands, if it is the value of one */
    private void edit(Node node, Optional<ScalarNode> key, EditTree wanted) {
        if (wanted.isNothing() || isAsWanted(node, wanted)) {
            return;
        }
        if (node instanceof AliasNode alias) {
            aliases.writeOut(alias, wanted);
            return;
        }
        aliases.release(node);
        if (wanted.text().isPresent()) {
            setText(node, key, wanted.text().get());
        } else if (node instanceof MappingNode mapping) {
            editMapping(mapping, key, wanted);
        } else if (node instanceof SequenceNode sequence) {
            editSequence(sequence, key, wanted);
        } else if (node instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL) {
            splices.add(new Splice(scalar.start(), scalar.end(), " " + new FlowText(isJson(key)).created(wanted)));
        } else {
            throw new IllegalStateException(document.locate(node) + ": cannot descend into " + node.described());
        }
    }

    /** Whether a value needs none of these edits. */
    private boolean isAsWanted(Node node, EditTree wanted) {
        Node value = node.resolved();
        if (wanted.text().isPresent()) {
            return value instanceof ScalarNode scalar
                    && scalar.type() == ScalarType.TEXT
                    && scalar.value().equals(wanted.text().get());
        }
        if (value instanceof MappingNode mapping) {
            return wanted.children().entrySet().stream().allMatch(child -> isAsWanted(mapping, child));
        }
        if (value instanceof SequenceNode sequence) {
            return wanted.items().stream().allMatch(new ItemInsertion(source, sequence)::has)
                    && wanted.children().entrySet().stream()
                            .allMatch(child -> !child.getValue().isRemoved()
                                    && isAsWanted(sequence.items().get((Integer) child.getKey()), child.getValue()));
        }
        return !wanted.isCreating();
    }

    private boolean isAsWanted(MappingNode mapping, Map.Entry<Object, EditTree> child) {
        Optional<Node> value = mapping.get((String) child.getKey());
        return value.isPresent()
                ? !child.getValue().isRemoved() && isAsWanted(value.get(), child.getValue())
                : !child.getValue().isCreating();
    }

    private void setText(Node value, Optional<ScalarNode> key, String text) {
        String written = new FlowText(isJson(key)).scalar(text);
        boolean empty = value.start() == value.end();
        splices.add(new Splice(value.start(), source.visibleEnd(value), empty ? " " + written : written));
    }

    private boolean isJson(Optional<ScalarNode> key) {
        return key.map(node -> source.text().charAt(node.start()) == '"').orElse(source.isJson());
    }

    private void editMapping(MappingNode mapping, Optional<ScalarNode> key, EditTree wanted) {
        List<Entry> kept = new ArrayList<>();
        Set<Integer> removed = new HashSet<>();
        for (int i = 0; i < mapping.entries().size(); i++) {
            Entry entry = mapping.entries().get(i);
            if (wanted.child(entry.name()).isRemoved()) {
                removed.add(i);
                aliases.releaseAll(entry.value());
            } else {
                kept.add(entry);
            }
        }
        EntryInsertion insertion = new EntryInsertion(source, kept.isEmpty() ? mapping : mapping.with(kept), key);
        for (Map.Entry<Object, EditTree> child : wanted.children().entrySet()) {
            String name = (String) child.getKey();
            EditTree subtree = child.getValue();
            Optional<Entry> own = mapping.own(name);
            if (mapping.isMerged(name) && (own.isPresent() || subtree.text().isEmpty())) {
                if (!isAsWanted(mapping, child)) {
                    throw merged(mapping, name);
                }
            } else if (own.isPresent() && !subtree.isRemoved()) {
                edit(own.get().value(), Optional.of(own.get().key()), subtree);
            } else if (subtree.isCreating()) {
                splices.add(insertion.insert(name, subtree));
            }
        }
        List<Part> parts = mapping.entries().stream()
                .map(entry -> new Part(entry.key().start(), source.visibleEnd(entry.value())))
                .toList();
        remove(mapping, mapping.flow(), key, new PartRemoval(source, parts, removed), "{}");
    }

    private void editSequence(SequenceNode sequence, Optional<ScalarNode> key, EditTree wanted) {
        Set<Integer> removed = new HashSet<>();
        wanted.children().forEach((step, child) -> {
            if (child.isRemoved()) {
                removed.add((Integer) step);
            } else {
                edit(sequence.items().get((Integer) step), Optional.empty(), child);
            }
        });
        ItemInsertion insertion = new ItemInsertion(source, sequence);
        List<Map<String, String>> items =
                wanted.items().stream().filter(item -> !insertion.has(item)).toList();
        if (!items.isEmpty()) {
            splices.add(insertion.append(items));
        }
        if (!removed.isEmpty()) {
            List<Part> parts = sequence.items().stream()
                    .map(item -> new Part(
                            sequence.flow() ? item.start() : BlockDash.of(source, item), source.visibleEnd(item)))
                    .toList();
            removed.forEach(index -> aliases.releaseAll(sequence.items().get(index)));
            remove(sequence, sequence.flow(), key, new PartRemoval(source, parts, removed), "[]");
        }
    }

    /** @param empty what stands for the value when nothing of it is left */
    private void remove(Node value, boolean flow, Optional<ScalarNode> key, PartRemoval removal, String empty) {
        if (flow) {
            splices.addAll(removal.inFlow());
        } else if (!removal.leavesNothing()) {
            splices.addAll(removal.inBlock());
        } else if (key.isPresent()) {
            splices.add(Splice.insertion(behindProperties(key.get(), value), " " + empty));
            splices.addAll(removal.inBlock());
        } else {
            throw new InputException(new InputProblem(
                    document.locate(value),
                    "cannot be emptied, as it is no value of a key; nothing was written",
                    "remove what stands around it"));
        }
    }

    /** Where a value can stand on the line of its key: behind the colon, and behind an anchor and a tag. */
    private int behindProperties(ScalarNode key, Node value) {
        int end = source.text().indexOf(':', key.end()) + 1;
        for (int i = value.start(); "&!".indexOf(source.text().charAt(i)) >= 0; i++) {
            while (!Character.isWhitespace(source.text().charAt(i))) {
                i++;
            }
            end = i;
        }
        return end;
    }

    private InputException merged(MappingNode mapping, String name) {
        return new InputException(new InputProblem(
                document.locate(mapping),
                "\"" + Printable.text(name)
                        + "\" comes from a merge key; an edit here would change more than one place,"
                        + " so nothing was written",
                "write the value out where it is used, without anchor and alias"));
    }
}
