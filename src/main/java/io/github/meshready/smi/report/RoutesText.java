package io.github.meshready.smi.report;

import io.github.meshready.smi.policy.ToldRoutes;
import java.util.ArrayList;
import java.util.List;

/** Where routes are from, and below each account that serves some, who gets which. */
final class RoutesText {

    private static final int SHOWN = 100;

    private RoutesText() {}

    static List<String> lines(List<ToldRoutes> told) {
        List<String> lines = new ArrayList<>();
        if (!told.isEmpty()) {
            lines.add("Accounts whose routes are known: " + told.size());
        }
        for (ToldRoutes each : told) {
            lines.add("  " + each.served());
            each.callers().forEach(caller -> lines.add("    " + caller));
        }
        if (lines.size() > SHOWN) {
            int more = lines.size() - SHOWN;
            lines.subList(SHOWN, lines.size()).clear();
            lines.add("  and " + more + " lines more");
        }
        return lines;
    }
}
