package io.github.meshready.smi.route.openapi;

/**
 * The URL of a server, variables filled in.
 *
 * @param text as it is written
 */
record ServerUrl(String text) {

    /** Where its path begins; -1 where it is relative to the place at which the document is served. */
    private int pathStart() {
        int scheme = text.indexOf("://");
        boolean absolute = scheme > 0 && text.substring(0, scheme).chars().allMatch(ServerUrl::isOfScheme);
        if (!absolute && !text.startsWith("//")) {
            return text.startsWith("/") ? 0 : -1;
        }
        int host = absolute ? scheme + 3 : 2;
        int slash = text.indexOf('/', host);
        return slash < 0 ? text.length() : slash;
    }

    /** A scheme may be a variable; the host as well, and neither matters here. */
    private static boolean isOfScheme(int c) {
        return Character.isLetterOrDigit(c) || "+-.{}_".indexOf(c) >= 0;
    }

    /** Whether it begins as no relative URL may (RFC 3986, section 4.2): {@code localhost:8080/v1} says what nobody can know. */
    boolean isUnclear() {
        String path = withoutQuery(text);
        int slash = path.indexOf('/');
        return pathStart() < 0
                && path.substring(0, slash < 0 ? path.length() : slash).indexOf(':') >= 0;
    }

    /** Whether its path depends on where the document is served, which nobody knows here. */
    boolean isRelative() {
        String path = withoutQuery(text);
        return pathStart() < 0 && !path.isEmpty() && !path.equals(".") && !path.equals("./");
    }

    /** All that is not known to be scheme and host. */
    String path() {
        return text.substring(Math.max(0, pathStart()));
    }

    /** What stands in front of all paths, without a slash at the end; a relative URL is taken from the root. */
    String prefix() {
        int start = pathStart();
        String path = withoutQuery(start < 0 ? "/" + relative() : text.substring(start));
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private String relative() {
        String rest = text;
        while (rest.startsWith("./") || rest.startsWith("../") || rest.equals(".") || rest.equals("..")) {
            int slash = rest.indexOf('/');
            rest = slash < 0 ? "" : rest.substring(slash + 1);
        }
        return rest;
    }

    private static String withoutQuery(String path) {
        int end = path.length();
        for (int i = 0; i < path.length() && end == path.length(); i++) {
            if (path.charAt(i) == '?' || path.charAt(i) == '#') {
                end = i;
            }
        }
        return path.substring(0, end);
    }
}
