package io.github.meshready.smi.mesh;

import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.regex.Comparison;
import io.github.meshready.smi.route.regex.Language;
import java.util.Optional;

/**
 * Whether whatever one path expression matches is matched by another one, too. It is worked out; where an expression is outside of what can
 * be, it is told of equal expressions, fixed paths, prefixes, and everything.
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
        Optional<Boolean> exact = language(narrow, wholePath)
                .flatMap(texts -> language(wide, wholePath).map(texts::beyond))
                .filter(Comparison::isKnown)
                .map(Comparison::isNone);
        return exact.orElseGet(() -> wholePath && guess(wide, narrow));
    }

    private static Optional<Language> language(String regex, boolean wholePath) {
        return wholePath ? Language.of(regex) : Language.anywhere(regex);
    }

    private static boolean guess(String wide, String narrow) {
        if (PathText.isFixed(narrow)) {
            return RouteRegex.of(wide).filter(regex -> regex.matches(narrow)).isPresent();
        }
        return PathText.isPrefix(wide) && PathText.fixedStart(narrow).startsWith(PathText.fixedStart(wide));
    }
}
