package io.github.meshready.smi.route.openapi;

import java.util.Optional;

/**
 * A key below {@code paths}.
 *
 * @param path the path that is meant, from the first slash, without a query
 * @param remark what was read otherwise than it is written; empty where nothing was
 */
record PathKey(String path, Optional<String> remark) {

    static PathKey of(String key) {
        int end = end(key);
        String path = key.substring(0, end);
        if (!path.startsWith("/")) {
            return new PathKey("/" + path, Optional.of("a path begins with a slash"));
        }
        return end == key.length()
                ? new PathKey(path, Optional.empty())
                : new PathKey(
                        path, Optional.of("a path ends where a query or fragment begins, which no route looks at"));
    }

    /** Where a query or fragment begins: also one that is written {@code {?page}} (RFC 6570), but not inside of a variable. */
    private static int end(String key) {
        boolean inside = false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean opensQuery = c == '{' && i + 1 < key.length() && "?&#".indexOf(key.charAt(i + 1)) >= 0;
            if (!inside && (c == '?' || c == '#' || opensQuery)) {
                return i;
            }
            inside = c == '{' || inside && c != '}';
        }
        return key.length();
    }

    /** The path without the names of its variables: two paths with the same shape are the same to every router. */
    String shape() {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            shape.append(path.charAt(i));
            int close = path.charAt(i) == '{' ? path.indexOf('}', i) : -1;
            if (close > 0 && path.substring(i + 1, close).chars().noneMatch(c -> c == '/' || c == '{')) {
                i = close - 1;
            }
        }
        return shape.toString();
    }
}
