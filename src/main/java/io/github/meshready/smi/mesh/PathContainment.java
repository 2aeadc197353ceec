package io.github.meshready.smi.mesh;

import io.github.meshready.smi.policy.HttpMatch;

/**
 * Whether whatever one path expression matches is matched by another one, too. In general that is hard to tell; it is told
 * of what people write: equal expressions, fixed paths, prefixes, and everything.
 */
public final class PathContainment {

    private PathContainment() {}

    /**
     * Whether an expression matches everything that another one matches; no, where it cannot be told.
     *
     * @param wholePath whether expressions have to match whole paths, or some part of them
     */
    public static boolean covers(String wide, String narrow, boolean wholePath) {
        if (wide.equals(narrow) || wide.equals(HttpMatch.ANY_PATH)) {
            return true;
        }
        if (!wholePath) {
            return false;
        }
        if (RouteOverlap.isFixed(narrow)) {
            return RouteRegex.of(wide).filter(regex -> regex.matches(narrow)).isPresent();
        }
        return RouteOverlap.isPrefix(wide) && RouteOverlap.fixedStart(narrow).startsWith(RouteOverlap.fixedStart(wide));
    }
}
