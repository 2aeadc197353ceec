package io.github.meshready.smi.route;

/**
 * A path with variables.
 *
 * @param text as its source writes it, from the first slash
 * @param syntax how that is to be read
 */
public record RouteTemplate(String text, PathSyntax syntax) {

    public static RouteTemplate of(String text, PathSyntax syntax) {
        return new RouteTemplate(text, syntax);
    }

    /**
     * The same below a base path: a context path, the path of a server's URL.
     *
     * @param prefix with or without slashes at its ends; nothing and a slash change nothing
     */
    public RouteTemplate under(String prefix) {
        int end = prefix.length();
        while (end > 0 && prefix.charAt(end - 1) == '/') {
            end--;
        }
        String base = prefix.substring(0, end);
        if (base.isEmpty()) {
            return this;
        }
        String start = base.startsWith("/") ? base : "/" + base;
        String rest = text.isEmpty() || text.startsWith("/") ? text : "/" + text;
        return new RouteTemplate(start + rest, syntax);
    }

    /** What it means; a text that is no path is told as a problem there. */
    public TemplatePaths paths() {
        return new TemplateReader(this).read();
    }

    @Override
    public String toString() {
        return text;
    }
}
