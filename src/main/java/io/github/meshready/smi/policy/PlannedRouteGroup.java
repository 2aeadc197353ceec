package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;

/**
 * An HTTPRouteGroup to write.
 *
 * @param name its name, in the namespace of the account whose routes it holds
 * @param matches its matches, at least one
 */
public record PlannedRouteGroup(ObjectName name, List<PlannedMatch> matches) {

    public PlannedRouteGroup {
        matches = List.copyOf(matches);
    }

    static PlannedRouteGroup allowAll(ObjectName name) {
        return new PlannedRouteGroup(name, List.of(PlannedMatch.EVERYTHING));
    }

    /** Whether it allows every path, because the routes are not known. */
    public boolean isAllowAll() {
        return matches.contains(PlannedMatch.EVERYTHING);
    }
}
