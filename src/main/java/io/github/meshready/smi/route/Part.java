package io.github.meshready.smi.route;

import io.github.meshready.smi.route.regex.Regex;

/** A part of a segment. */
public sealed interface Part {

    /**
     * A fixed text.
     *
     * @param text as it is sent, percent-encoded where it has to be
     */
    record Text(String text) implements Part {}

    /**
     * A text that varies from request to request.
     *
     * @param name as the template calls it
     * @param regex the texts that it may be, as they are sent; none has a slash
     */
    record Variable(String name, Regex regex) implements Part {}
}
