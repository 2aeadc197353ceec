package io.github.meshready.smi.explain;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a request as somebody types it: {@code GET /books}, and its headers as {@code name: value, name: value}. */
final class RequestText {

    private static final String PARAMETER = "smi.request";

    private RequestText() {}

    /** The request; empty if none is given. */
    static Optional<HttpRequest> read(String request, String headers) {
        if (request.isBlank()) {
            if (!headers.isBlank()) {
                throw problem("smi.headers", "headers are given without a request", "add smi.request");
            }
            return Optional.empty();
        }
        String[] parts = request.strip().split(" +", 2);
        boolean isMethod = parts[0].chars().allMatch(c -> c >= 'A' && c <= 'Z');
        if (parts.length < 2 || !isMethod || !parts[1].startsWith("/")) {
            throw problem(
                    PARAMETER,
                    "\"" + Printable.text(request) + "\" is no request",
                    "write the method in capitals and the path, such as GET /books");
        }
        return Optional.of(new HttpRequest(parts[0], parts[1], headers(headers)));
    }

    /** What follows a comma and has no colon goes on with the value before it. */
    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        String last = "";
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0 && !part.substring(0, colon).isBlank()) {
                last = part.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.merge(last, part.substring(colon + 1).strip(), (one, other) -> one + "," + other);
            } else if (!last.isEmpty()) {
                headers.merge(last, part.stripTrailing(), (one, other) -> one + "," + other);
            } else {
                throw problem(
                        "smi.headers",
                        "\"" + Printable.text(part) + "\" is no header",
                        "write name: value, with commas in between");
            }
        }
        return headers;
    }

    private static InputException problem(String place, String message, String fix) {
        return new InputException(new InputProblem(place, message, fix));
    }
}
