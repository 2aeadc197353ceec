package io.github.meshready.smi.call;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Files that a container hands on to people, browsers or a database, rather than reads for itself. */
final class ShownText {

    private static final List<String> ENDINGS = List.of(
            ".adoc", ".css", ".csv", ".htm", ".html", ".markdown", ".md", ".rst", ".sql", ".svg", ".xhtml", ".xsd");

    /** The first keys of descriptions of an API, whose servers are those of the others. */
    private static final List<String> DESCRIPTIONS = List.of("openapi", "swagger", "asyncapi");

    private ShownText() {}

    /** @param keys the keys of the file */
    static boolean isOne(String fileName, Stream<String> keys) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith)
                || keys.filter(key -> !key.isEmpty()).limit(1).anyMatch(DESCRIPTIONS::contains);
    }
}
