package io.github.meshready.smi.manifest;

import java.util.List;

/**
 * A pattern for the names of files, as Maven and Ant have it: {@code *} stands for any characters of a name, {@code ?}
 * for one, and {@code **} for any number of folders. A slash at the end means everything below.
 */
public final class PathPattern {

    private static final String ANY_FOLDERS = "**";

    private final String text;
    private final List<String> parts;

    public PathPattern(String text) {
        this.text = text.replace('\\', '/');
        this.parts = List.of((this.text.endsWith("/") ? this.text + ANY_FOLDERS : this.text).split("/"));
    }

    /** Whether a text is a pattern, and not the name of a file. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** The folders that the pattern starts with and that hold no wildcard, with a slash behind each. */
    public String fixedStart() {
        StringBuilder start = new StringBuilder();
        for (String part : parts.subList(0, parts.size() - 1)) {
            if (isPattern(part)) {
                break;
            }
            start.append(part).append('/');
        }
        return start.toString();
    }

    /** @param name a path with forward slashes */
    public boolean matches(String name) {
        return matches(0, List.of(name.split("/")), 0);
    }

    private boolean matches(int part, List<String> names, int name) {
        if (part == parts.size()) {
            return name == names.size();
        }
        if (parts.get(part).equals(ANY_FOLDERS)) {
            for (int next = name; next <= names.size(); next++) {
                if (matches(part + 1, names, next)) {
                    return true;
                }
            }
            return false;
        }
        return name < names.size() && isNamed(parts.get(part), names.get(name)) && matches(part + 1, names, name + 1);
    }

    /** Tries a star with ever more characters, but only the last star again: that suffices, and takes no longer. */
    private static boolean isNamed(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            boolean one = p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n));
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (one) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
