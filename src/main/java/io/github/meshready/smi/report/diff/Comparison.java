package io.github.meshready.smi.report.diff;

import io.github.meshready.smi.diff.Change;
import io.github.meshready.smi.diff.DiffResult;
import io.github.meshready.smi.diff.Passage;
import io.github.meshready.smi.report.Count;

/**
 * What was compared and what came out.
 *
 * @param from what it was compared with, as people know it
 * @param to what is new, as people know it
 * @param result what differs
 */
public record Comparison(String from, String to, DiffResult result) {

    /** What was so before with something that is certain now. */
    static final String ADDED = "before: by the order of routes";

    /** What is so now with something that was certain before. */
    static final String REMOVED = "now: by the order of routes";

    /** @param otherwise how it passes on the other side, where that depends on the order of routes */
    static String words(Passage passage, String otherwise) {
        return passage.permission() + (passage.isOtherwiseByOrder() ? " (" + otherwise + ")" : "");
    }

    /** Such as {@code 3 differences in access: 1 new, 1 gone, 1 changed; access grew}. */
    public String summary() {
        if (result.changes().isEmpty()) {
            return "No access differs";
        }
        return Count.of(result.changes().size(), "difference") + " in access: "
                + result.count(Change.Kind.APPEARS) + " new, "
                + result.count(Change.Kind.DISAPPEARS) + " gone, "
                + result.count(Change.Kind.CHANGES) + " changed; "
                + (result.isWidened() ? "access grew" : "nothing more is allowed than before");
    }

    /** What the reader should know where policies have no say. */
    String modes() {
        boolean before = result.from().permissive();
        boolean after = result.to().permissive();
        if (!before && !after) {
            return "";
        }
        String where = before && after ? "on both sides" : before ? "before" : "now";
        return "Permissive mode is on " + where
                + ": everything in the mesh may call everything in it, whatever the policies say";
    }
}
