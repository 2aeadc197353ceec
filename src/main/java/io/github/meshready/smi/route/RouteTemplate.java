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

    @Override
    public String toString() {
        return text;
    }
}
