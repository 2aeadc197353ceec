package io.github.meshready.smi.mesh;

import io.github.meshready.smi.policy.HttpMatch;
import java.util.Map;

/**
 * Whether one request can match two routes. Whether two expressions have a text in common is hard to tell in general;
 * what is told here is what people write: fixed paths, prefixes, and everything.
 */
enum RouteOverlap {
    NONE,
    POSSIBLE,
    CERTAIN;

    private static final String SPECIAL = "\\.[]{}()*+?^$|";

    static RouteOverlap of(Route one, Route other) {
        if (!shareAMethod(one.form(), other.form())) {
            return NONE;
        }
        RouteOverlap headers =
                ofHeaders(one.form().effectiveHeaders(), other.form().effectiveHeaders());
        RouteOverlap paths = ofPaths(one, other);
        return headers.compareTo(paths) < 0 ? headers : paths;
    }

    private static boolean shareAMethod(RouteForm one, RouteForm other) {
        return one.hasMethod(HttpMatch.ANY_METHOD)
                || other.hasMethod(HttpMatch.ANY_METHOD)
                || one.methods().stream().anyMatch(other::hasMethod);
    }

    /** A header that only one of them asks for can be there for the other as well. */
    private static RouteOverlap ofHeaders(Map<String, String> one, Map<String, String> other) {
        RouteOverlap overlap = CERTAIN;
        for (Map.Entry<String, String> header : one.entrySet()) {
            String value = other.get(header.getKey());
            if (value != null && !value.equals(header.getValue())) {
                if (isFixed(value) && isFixed(header.getValue())) {
                    return NONE;
                }
                overlap = POSSIBLE;
            }
        }
        return overlap;
    }

    private static RouteOverlap ofPaths(Route one, Route other) {
        String left = one.form().path();
        String right = other.form().path();
        if (left.equals(right) || left.equals(HttpMatch.ANY_PATH) || right.equals(HttpMatch.ANY_PATH)) {
            return CERTAIN;
        }
        if (isFixed(left)) {
            return other.matchesPath(left) ? CERTAIN : NONE;
        }
        if (isFixed(right)) {
            return one.matchesPath(right) ? CERTAIN : NONE;
        }
        String start = fixedStart(left);
        String otherStart = fixedStart(right);
        boolean within =
                isPrefix(left) && otherStart.startsWith(start) || isPrefix(right) && start.startsWith(otherStart);
        if (within) {
            return CERTAIN;
        }
        return start.startsWith(otherStart) || otherStart.startsWith(start) ? POSSIBLE : NONE;
    }

    /** Whether an expression matches nothing but itself; a dot between letters is meant as a dot, but matches more. */
    static boolean isFixed(String regex) {
        return regex.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    /** Whether an expression matches everything that starts with its fixed start. */
    static boolean isPrefix(String regex) {
        return regex.endsWith(HttpMatch.ANY_PATH)
                && isFixed(regex.substring(0, regex.length() - HttpMatch.ANY_PATH.length()));
    }

    /** The text that everything starts with that the expression matches. */
    static String fixedStart(String regex) {
        if (regex.indexOf('|') >= 0) {
            return "";
        }
        int end = 0;
        while (end < regex.length() && SPECIAL.indexOf(regex.charAt(end)) < 0) {
            end++;
        }
        boolean repeated = end < regex.length() && "*+?{".indexOf(regex.charAt(end)) >= 0;
        return regex.substring(0, repeated ? Math.max(0, end - 1) : end);
    }
}
