package io.github.meshready.smi.route.code;

/** Texts of paths, put together in one place. */
final class PathText {

    private PathText() {}

    /** One path of several parts: one slash in front and between, and the last part's end as it is written. */
    static String join(String... parts) {
        StringBuilder path = new StringBuilder();
        for (String part : parts) {
            if (part.isEmpty() || part.equals("/")) {
                continue;
            }
            boolean slash = part.startsWith("/") || opensOwnSlash(part);
            if (path.length() > 0 && path.charAt(path.length() - 1) == '/') {
                path.setLength(path.length() - 1);
            }
            path.append(slash ? "" : "/").append(part);
        }
        return path.length() == 0 || path.charAt(0) != '/' && !path.toString().startsWith("{/")
                ? "/" + path
                : path.toString();
    }

    /** Micronaut's {@code {/id}}, {@code {?page}} and {@code {#part}} bring their own separator. */
    private static boolean opensOwnSlash(String part) {
        return part.startsWith("{/") || part.startsWith("{?") || part.startsWith("{#");
    }

    /** A client's path without the query that it may have behind it. */
    static String withoutQuery(String path) {
        int depth = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && (c == '?' || c == '#')) {
                return path.substring(0, i);
            }
        }
        return path;
    }

    /** The path of a URL, {@code /api} of {@code http://books:8080/api/}; of a text that is none, nothing. */
    static String ofUrl(String url) {
        int authority = url.indexOf("://");
        int path = authority < 0 ? -1 : url.indexOf('/', authority + 3);
        return path < 0 ? "" : withoutEnd(withoutQuery(url.substring(path)));
    }

    static String withoutEnd(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
