package io.github.meshready.smi.route;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Routes as people write them into a pom: {@code GET,HEAD /books/{id}}, or a path alone for any method. */
public final class RouteText {

    /** What an HTTPRouteGroup may name (specs.smi-spec.io/v1alpha4, schema of the CRD). */
    private static final List<String> METHODS =
            List.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

    private static final String ANY = "*";

    private RouteText() {}

    /** Whether a text is a route, rather than the name of one. */
    public static boolean isOne(String text) {
        return text.indexOf('/') >= 0;
    }

    /**
     * Reads a route.
     *
     * @throws InputException if it is none
     */
    public static HttpRoute read(String text) {
        int slash = text.indexOf('/');
        String methods = slash < 0 ? text : text.substring(0, slash).strip();
        return read("", methods, slash < 0 ? "" : text.substring(slash).strip(), Map.of());
    }

    /**
     * Reads a route whose parts are told apart.
     *
     * @param name what people call it; possibly empty
     * @param methods separated by commas; empty or {@code *} for any
     * @param path the path, with variables as in Spring: {@code {id}}, {@code {id:[0-9]+}}, {@code {*rest}}
     * @param headers expressions for the whole values of headers
     * @throws InputException if it is none
     */
    public static HttpRoute read(String name, String methods, String path, Map<String, String> headers) {
        String place = "<route> " + Printable.text((methods + " " + path).strip());
        if (!path.startsWith("/") || path.indexOf(' ') >= 0) {
            throw problem(place, "has no path", "write methods and path, such as GET /books/{id}");
        }
        Set<String> wanted = new TreeSet<>();
        Stream.of(methods.split(","))
                .map(each -> each.strip().toUpperCase(Locale.ROOT))
                .filter(each -> !each.isEmpty() && !each.equals(ANY))
                .forEach(wanted::add);
        wanted.stream().filter(each -> !METHODS.contains(each)).findFirst().ifPresent(method -> {
            throw problem(
                    place,
                    Printable.text(method) + " is no method that a HTTPRouteGroup can name",
                    "use some of: " + String.join(", ", METHODS));
        });
        return new HttpRoute(name, wanted, RouteTemplate.of(path, PathSyntax.SPRING), headers, place);
    }

    private static InputException problem(String place, String message, String fix) {
        return new InputException(new InputProblem(place, message, fix));
    }
}
