package io.github.meshready.smi.mesh;

import io.github.meshready.smi.policy.HttpMatch;

/** What can be seen of expressions without working them out: fixed texts, prefixes, and everything. */
final class PathText {

    private static final String SPECIAL = "\\.[]{}()*+?^$|";

    private PathText() {}

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
