package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds an edited document against the one before it: nothing else may have changed than what was planned. */
final class EditCheck {

    private EditCheck() {}

    /** Whether a value is the one before with exactly the planned changes: keys in the same order, same types. */
    static boolean isAsPlanned(Node before, Node after, EditTree plan) {
        if (plan.text().isPresent()) {
            return isText(after, plan.text().get());
        }
        if (before instanceof AliasNode && !(after instanceof AliasNode)) {
            return isWrittenOut(before, after, plan);
        }
        if (after instanceof AliasNode && !(before instanceof AliasNode)) {
            return false;
        }
        Node old = before.resolved();
        Node now = after.resolved();
        if (old instanceof MappingNode oldMapping && now instanceof MappingNode nowMapping) {
            return isMappingAsPlanned(oldMapping, nowMapping, plan);
        }
        if (old instanceof SequenceNode oldList && now instanceof SequenceNode nowList) {
            return isListAsPlanned(oldList.items(), nowList.items(), plan, false);
        }
        if (old instanceof ScalarNode oldScalar && now instanceof ScalarNode nowScalar) {
            return !plan.isCreating() && isSameScalar(oldScalar, nowScalar);
        }
        boolean filled = old instanceof ScalarNode empty && empty.type() == ScalarType.NULL;
        return filled && isNew(now, plan);
    }

    private static boolean isMappingAsPlanned(MappingNode old, MappingNode now, EditTree plan) {
        List<Entry> kept = plan.isNothing() ? old.entries() : kept(old, plan);
        int matched = 0;
        for (Entry entry : now.entries()) {
            EditTree wanted = plan.child(entry.name());
            boolean stood = matched < kept.size()
                    && kept.get(matched).key().value().equals(entry.key().value());
            if (stood) {
                if (!isAsPlanned(kept.get(matched).value(), entry.value(), wanted)) {
                    return false;
                }
                matched++;
            } else if (!wanted.isCreating() || !isNew(entry.value(), wanted)) {
                return false;
            }
        }
        return matched == kept.size() && hasAll(now, plan);
    }

    private static List<Entry> kept(MappingNode old, EditTree plan) {
        return old.entries().stream()
                .filter(entry -> !plan.child(entry.name()).isRemoved())
                .toList();
    }

    /** @param writtenOut whether what stood there was an alias, so that only meanings can be compared */
    private static boolean isListAsPlanned(List<Node> old, List<Node> now, EditTree plan, boolean writtenOut) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!plan.child(i).isRemoved()) {
                kept.add(i);
            }
        }
        int added = now.size() - kept.size();
        if (added < 0 || added > plan.items().size()) {
            return false;
        }
        for (int i = 0; i < kept.size(); i++) {
            Node before = old.get(kept.get(i));
            EditTree wanted = plan.child(kept.get(i));
            boolean same =
                    writtenOut ? isWrittenOut(before, now.get(i), wanted) : isAsPlanned(before, now.get(i), wanted);
            if (!same) {
                return false;
            }
        }
        if (plan.items().isEmpty()) {
            return added == 0;
        }
        List<Node> items = now.subList(kept.size(), now.size());
        return items.stream().allMatch(item -> plan.items().stream().anyMatch(wanted -> isItem(item, wanted)))
                && plan.items().stream().allMatch(wanted -> now.stream().anyMatch(item -> isItem(item, wanted)));
    }

    /** Whether a value means what an alias meant, with the planned changes; order and style are not compared. */
    private static boolean isWrittenOut(Node before, Node after, EditTree plan) {
        if (plan.text().isPresent()) {
            return isText(after, plan.text().get());
        }
        Node old = before.resolved();
        if (old instanceof MappingNode mapping && after instanceof MappingNode written) {
            Map<String, Node> values = mapping.flattened();
            Map<String, Node> now = written.flattened();
            values.keySet().removeIf(key -> plan.child(key).isRemoved());
            return now.keySet().containsAll(values.keySet())
                    && hasAll(written, plan)
                    && now.entrySet().stream()
                            .allMatch(entry -> values.containsKey(entry.getKey())
                                    ? isWrittenOut(
                                            values.get(entry.getKey()), entry.getValue(), plan.child(entry.getKey()))
                                    : isNew(entry.getValue(), plan.child(entry.getKey())));
        }
        if (old instanceof SequenceNode list && after instanceof SequenceNode written) {
            return isListAsPlanned(list.items(), written.items(), plan, true);
        }
        return !plan.isCreating() && TreeComparison.isSame(old, after);
    }

    /** Whether a value is what an edit creates, and nothing else. */
    private static boolean isNew(Node now, EditTree wanted) {
        if (wanted.text().isPresent()) {
            return isText(now, wanted.text().get());
        }
        if (!wanted.items().isEmpty()) {
            return now instanceof SequenceNode list && isListAsPlanned(List.of(), list.items(), wanted, false);
        }
        if (!wanted.isCreating() || !(now instanceof MappingNode created)) {
            return false;
        }
        return created.entries().stream()
                        .allMatch(entry ->
                                isNew(entry.value(), wanted.child(entry.key().value())))
                && hasAll(created, wanted);
    }

    private static boolean hasAll(MappingNode now, EditTree plan) {
        for (Map.Entry<Object, EditTree> child : plan.children().entrySet()) {
            if (!(child.getKey() instanceof String key)) {
                return false; // planned for a list that stands under the same key
            }
            boolean there = now.own(key).isPresent() && !now.isMerged(key);
            if (child.getValue().isCreating()
                    ? !there && !isMergedAsPlanned(now, key, child.getValue())
                    : child.getValue().isRemoved() && now.get(key).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** A merge key may bring what is wanted already. */
    private static boolean isMergedAsPlanned(MappingNode now, String key, EditTree plan) {
        return now.get(key)
                .filter(value ->
                        plan.text().isPresent() && isText(value, plan.text().get()))
                .isPresent();
    }

    /** Whether a value is a mapping with these texts and no others. */
    static boolean isItem(Node node, Map<String, String> item) {
        return node.resolved() instanceof MappingNode mapping
                && mapping.flattened().keySet().equals(Set.copyOf(item.keySet()))
                && item.entrySet().stream()
                        .allMatch(entry -> isText(mapping.get(entry.getKey()).orElseThrow(), entry.getValue()));
    }

    private static boolean isText(Node node, String value) {
        return node.resolved() instanceof ScalarNode scalar
                && scalar.type() == ScalarType.TEXT
                && scalar.value().equals(value);
    }

    private static boolean isSameScalar(ScalarNode one, ScalarNode other) {
        boolean alike = one.plain() == other.plain() && one.tag().equals(other.tag()) || one.type() == other.type();
        return alike && one.value().equals(other.value());
    }
}
