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
        return Wildcard.isPattern(text);
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
        return name < names.size()
                && new Wildcard(parts.get(part)).matches(names.get(name))
                && matches(part + 1, names, name + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
