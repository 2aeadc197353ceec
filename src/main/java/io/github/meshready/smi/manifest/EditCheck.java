package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.List;
import java.util.Map;

/** Holds an edited document against the one before it: nothing else may have changed than what was planned. */
final class EditCheck {

    /** A plan to change nothing. */
    static final EditTree NOTHING = EditTree.of(List.of());

    private EditCheck() {}

    /** Whether a value is the one before with exactly the planned changes: keys in the same order, same types. */
    static boolean isAsPlanned(Node before, Node after, EditTree plan) {
        if (before instanceof AliasNode != after instanceof AliasNode && !plan.isLeaf()) {
            return false;
        }
        Node old = before.resolved();
        Node now = after.resolved();
        if (plan.isLeaf() && plan.value() != null) {
            return isText(now, plan.value());
        }
        if (old instanceof MappingNode oldMapping && now instanceof MappingNode nowMapping) {
            return isMappingAsPlanned(oldMapping, nowMapping, plan);
        }
        if (old instanceof SequenceNode oldList && now instanceof SequenceNode nowList) {
            return isListAsPlanned(oldList, nowList, plan);
        }
        if (old instanceof ScalarNode oldScalar && now instanceof ScalarNode nowScalar) {
            return plan.isLeaf() && isSameScalar(oldScalar, nowScalar);
        }
        boolean filled = old instanceof ScalarNode empty && empty.type() == ScalarType.NULL && !plan.isLeaf();
        return filled && now instanceof MappingNode created && isCreated(created, plan);
    }

    private static boolean isMappingAsPlanned(MappingNode old, MappingNode now, EditTree plan) {
        int matched = 0;
        for (Entry entry : now.entries()) {
            String key = entry.key().value();
            EditTree wanted = plan.children().getOrDefault(key, NOTHING);
            boolean kept = matched < old.entries().size()
                    && old.entries().get(matched).key().value().equals(key);
            if (kept) {
                if (!isAsPlanned(old.entries().get(matched).value(), entry.value(), wanted)) {
                    return false;
                }
                matched++;
            } else if (wanted == NOTHING || !isNew(entry.value(), wanted)) {
                return false;
            }
        }
        return matched == old.entries().size() && hasAll(now, plan);
    }

    private static boolean isListAsPlanned(SequenceNode old, SequenceNode now, EditTree plan) {
        if (old.items().size() != now.items().size()) {
            return false;
        }
        for (int i = 0; i < old.items().size(); i++) {
            EditTree wanted = plan.children().getOrDefault(i, NOTHING);
            if (!isAsPlanned(old.items().get(i), now.items().get(i), wanted)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNew(Node now, EditTree wanted) {
        return wanted.isLeaf()
                ? isText(now, wanted.value())
                : now instanceof MappingNode created && isCreated(created, wanted);
    }

    private static boolean isCreated(MappingNode created, EditTree wanted) {
        if (created.entries().size() != wanted.children().size()) {
            return false;
        }
        for (Entry entry : created.entries()) {
            EditTree child = wanted.children().get(entry.key().value());
            if (child == null || !isNew(entry.value(), child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAll(MappingNode now, EditTree plan) {
        for (Map.Entry<Object, EditTree> child : plan.children().entrySet()) {
            String key = (String) child.getKey();
            if (now.own(key).isEmpty() || now.isMerged(key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(Node node, String value) {
        return node instanceof ScalarNode scalar
                && scalar.type() == ScalarType.TEXT
                && scalar.value().equals(value);
    }

    private static boolean isSameScalar(ScalarNode one, ScalarNode other) {
        return one.type() == other.type() && one.value().equals(other.value());
    }
}
