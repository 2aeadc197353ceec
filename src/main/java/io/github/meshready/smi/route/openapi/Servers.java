package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Printable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in front of the paths: the paths of the servers (OpenAPI 3.1.0, 4.8.5), or {@code basePath} (Swagger 2.0). Each server
 * is one way to the program, so each gives its own prefix; {@code enum} of a variable lists all values that it may have, else it has
 * its default.
 */
final class Servers {

    static final String FIELD = "servers";

    private static final int MAX = 100;

    /** Characters of a URL; variables in variables could make any length of a few lines. */
    private static final int MAX_LENGTH = 500;

    private final References references;
    private final Notes notes;

    Servers(References references, Notes notes) {
        this.references = references;
        this.notes = notes;
    }

    /**
     * The prefixes that hold for a whole document.
     *
     * @throws InputException if a server cannot be understood
     */
    Set<String> ofDocument(Part root, Dialect dialect) {
        return dialect.hasServers() ? in(List.of(root)).orElse(Set.of("")) : basePath(root);
    }

    /**
     * The prefixes that a path item or an operation has of its own.
     *
     * @param chain it and what it refers to
     * @return nothing if it has none, so that those of what holds it count
     */
    Optional<Set<String>> in(List<Part> chain) {
        return chain.stream()
                .flatMap(each -> each.get(FIELD).stream())
                .filter(servers -> !servers.isEmpty())
                .findFirst()
                .map(this::list)
                .filter(prefixes -> !prefixes.isEmpty());
    }

    private Set<String> list(Part servers) {
        if (servers.node().sequence().isEmpty()) {
            throw servers.refused(
                    "servers is a list, not " + servers.node().described()
                            + "; so it is not known which paths are served",
                    "write a list of servers, each with a url");
        }
        Set<String> prefixes = new LinkedHashSet<>();
        for (Part server : servers.items()) {
            prefixes.addAll(prefixes(server));
            if (prefixes.size() > MAX) {
                throw tooMany(server);
            }
        }
        return prefixes;
    }

    private Set<String> prefixes(Part server) {
        List<Part> chain = references.chain(server);
        Part url = chain.stream()
                .flatMap(each -> each.get("url").stream())
                .findFirst()
                .orElseThrow(() -> server.refused(
                        "a server without a url; so it is not known which paths are served", "write its url"));
        ServerUrl written = new ServerUrl(url.text().orElse(""));
        Set<String> filled = new LinkedHashSet<>(Set.of(written.text()));
        filled.forEach(text -> checkLength(url, text));
        for (Part each : chain) {
            for (Map.Entry<String, Part> variable :
                    each.get("variables").map(Part::fields).orElse(Map.of()).entrySet()) {
                String token = "{" + variable.getKey() + "}";
                Set<String> values = values(variable.getValue(), url);
                if (written.path().contains(token) || values.stream().anyMatch(value -> value.contains("/"))) {
                    filled = filled(filled, token, values);
                }
                if (filled.size() > MAX) {
                    throw tooMany(server);
                }
                filled.forEach(text -> checkLength(url, text));
            }
        }
        Set<String> prefixes = new LinkedHashSet<>();
        filled.forEach(text -> prefixes.add(prefix(url, new ServerUrl(text))));
        return prefixes;
    }

    private static Set<String> filled(Set<String> texts, String variable, Set<String> values) {
        Set<String> filled = new LinkedHashSet<>();
        for (String text : texts) {
            if (text.contains(variable)) {
                values.forEach(value -> filled.add(text.replace(variable, value)));
            }
            if (values.isEmpty() || !text.contains(variable)) {
                filled.add(text);
            }
        }
        return filled;
    }

    private static Set<String> values(Part variable, Part url) {
        Set<String> values = new LinkedHashSet<>();
        variable.get("default").flatMap(Part::text).ifPresent(values::add);
        variable.get("enum")
                .map(Part::items)
                .orElse(List.of())
                .forEach(item -> item.text().ifPresent(values::add));
        values.forEach(value -> checkLength(url, value));
        return values;
    }

    private static void checkLength(Part url, String text) {
        if (text.length() > MAX_LENGTH) {
            throw url.refused(
                    "the URL is longer than " + MAX_LENGTH
                            + " characters with its variables filled in; nothing was made of it",
                    "shorten it");
        }
    }

    private Set<String> basePath(Part root) {
        Optional<Part> written = root.get("basePath").filter(part -> part.text().isPresent());
        return Set.of(written.map(part -> prefix(part, new ServerUrl(part.text().orElseThrow())))
                .orElse(""));
    }

    private String prefix(Part url, ServerUrl server) {
        String prefix = server.prefix();
        if (server.isUnclear()) {
            throw url.refused(
                    Printable.text(server.text())
                            + " has neither a scheme nor a slash in front; so it is not known which paths are served",
                    "write https:// or / in front of it");
        }
        if (prefix.indexOf('{') >= 0 || prefix.indexOf('}') >= 0) {
            throw url.refused(
                    "in front of the paths stands " + Printable.text(prefix)
                            + ", with a variable that has no default; so it is not known which paths are served",
                    "give the variable a default (below variables, in OpenAPI 3), or write its value out");
        }
        if (server.isRelative()) {
            notes.remark(url.problem(
                    Printable.text(server.text())
                            + " does not begin with a slash, and where the document is served is not known here; taken to be "
                            + Printable.text(prefix.isEmpty() ? "/" : prefix),
                    "begin it with a slash"));
        }
        return prefix;
    }

    private static InputException tooMany(Part server) {
        return server.refused(
                "the servers and the values of their variables are more than " + MAX + " ways to each path",
                "list those that the mesh sees, or remove values from enum");
    }
}
