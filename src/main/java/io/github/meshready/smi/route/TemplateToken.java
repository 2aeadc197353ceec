package io.github.meshready.smi.route;

/** A piece of a template's text. */
sealed interface TemplateToken {

    /** What stands between slashes ends here. */
    record Slash() implements TemplateToken {}

    /** A fixed text, as it is written. */
    record Fixed(String text) implements TemplateToken {}

    /** What stands in braces, without these. */
    record Braces(String content) implements TemplateToken {}

    /** One character. */
    record One() implements TemplateToken {}

    /** One star, or several. */
    record Stars(int count) implements TemplateToken {}
}
