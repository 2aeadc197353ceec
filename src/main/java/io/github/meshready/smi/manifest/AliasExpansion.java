package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.FlowText.UnwritableException;
import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes out what aliases repeat, where an edit is meant for the anchored value or for one of its aliases only. */
final class AliasExpansion {

    private final Document document;
    private final Map<Node, List<AliasNode>> aliases = new IdentityHashMap<>();
    private final Map<AliasNode, String> written = new IdentityHashMap<>();
    private final Set<Node> released = Collections.newSetFromMap(new IdentityHashMap<>());

    AliasExpansion(Document document) {
        this.document = document;
        if (!document.shared().isEmpty()) {
            collect(document.root());
        }
    }

    private void collect(Node node) {
        if (node instanceof AliasNode alias) {
            aliases.computeIfAbsent(alias.target(), key -> new ArrayList<>()).add(alias);
        } else if (node instanceof MappingNode mapping) {
            mapping.entries().forEach((Entry entry) -> collect(entry.value()));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(this::collect);
        }
    }

    /** Puts the edited value in the place of an alias; what it repeats stays as it is. */
    void writeOut(AliasNode alias, EditTree wanted) {
        written.put(alias, text(alias, wanted));
    }

    /** Puts the value as it is in the place of each of its aliases, so that it can be changed without changing these. */
    void release(Node anchored) {
        if (document.shared().contains(anchored) && released.add(anchored)) {
            for (AliasNode alias : aliases.getOrDefault(anchored, List.of())) {
                written.putIfAbsent(alias, text(alias, EditTree.NOTHING));
            }
        }
    }

    /** Releases everything in a value that is taken out. */
    void releaseAll(Node node) {
        release(node);
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> releaseAll(entry.value()));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(this::releaseAll);
        }
    }

    private String text(AliasNode alias, EditTree wanted) {
        try {
            return new FlowText(false).edited(alias, wanted);
        } catch (UnwritableException e) {
            throw new InputException(new InputProblem(
                    document.locate(alias),
                    "an edit would reach more than one place through *" + Printable.text(alias.name())
                            + ", and what it repeats cannot be written out; nothing was written",
                    "write the value out where it is used, without anchor and alias"));
        }
    }

    List<Splice> splices() {
        List<Splice> splices = new ArrayList<>();
        written.forEach((alias, text) -> splices.add(new Splice(alias.start(), alias.end(), text)));
        return splices;
    }

    /** What was done, in words, in the order of the text. */
    List<String> remarks() {
        return written.keySet().stream()
                .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                .map(alias -> document.locate(alias) + ": *" + Printable.text(alias.name())
                        + " is written out, so that only one of the places that it joins is changed")
                .toList();
    }
}
