package io.github.meshready.smi.mesh;

import io.github.meshready.smi.manifest.Printable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One HTTP request.
 *
 * @param method its method, in capitals
 * @param path its path, with or without a query
 * @param headers its headers, by name in lower case
 */
public record HttpRequest(String method, String path, Map<String, String> headers) {

    public HttpRequest {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    /** In words, such as {@code GET /books, header client-app: web}. */
    public String words() {
        StringBuilder words = new StringBuilder(Printable.text(method) + " " + Printable.text(path));
        new TreeMap<>(headers)
                .forEach((name, value) -> words.append(", header ")
                        .append(Printable.text(name))
                        .append(": ")
                        .append(Printable.text(value)));
        return words.toString();
    }

    /** The host that it is for; empty for the name that the Service is called by. */
    Optional<String> host() {
        return Optional.ofNullable(headers.get("host"));
    }

    /** The path as routes see it: without the query (OSM v1.2.4, pkg/envoy/rds/route/route_config.go; Envoy). */
    String pathWithoutQuery() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
