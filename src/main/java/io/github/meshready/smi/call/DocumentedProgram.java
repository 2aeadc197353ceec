package io.github.meshready.smi.call;

import io.github.meshready.smi.module.RelaxedName;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.route.region.RouteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The routes of a program whose build writes an OpenAPI document: those of the document, held against what its configuration and its
 * classes tell.
 */
final class DocumentedProgram {

    /**
     * Keys of what stands before all paths of a program. Of the tools that write documents springdoc puts it into {@code servers}
     * (OpenAPIService, calculateDefaultServers), Quarkus and Micronaut into the paths (CustomPathExtension; OpenApiApplicationVisitor);
     * those that read annotations alone, and people, leave it out.
     */
    private static final List<String> PREFIXES = List.of(
            "server.servlet.context-path",
            "server.context-path",
            "spring.webflux.base-path",
            "quarkus.http.root-path",
            "micronaut.server.context-path");

    private final ServedRoutes document;
    private final ServedRoutes classes;
    private final String prefix;

    /** @param configuration the values of the program's configuration by key */
    DocumentedProgram(ServedRoutes document, ServedRoutes classes, Map<String, String> configuration) {
        this.document = document;
        this.classes = classes;
        Map<String, String> values = new TreeMap<>();
        configuration.forEach((key, value) -> values.put(RelaxedName.of(key), value));
        this.prefix = PREFIXES.stream()
                .map(key -> values.getOrDefault(RelaxedName.of(key), ""))
                .filter(value -> value.startsWith("/") && value.indexOf('$') < 0)
                .map(value -> value.endsWith("/") ? value.substring(0, value.length() - 1) : value)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * What is served. Where document and classes have no request in common, the document has the addresses of those outside, whose paths a
     * gateway changes, and the classes count.
     */
    ServedRoutes served() {
        List<HttpRoute> routes = document.routes().stream().map(this::below).toList();
        Set<String> documented = shapes(routes);
        List<HttpRoute> others = classes.routes().stream()
                .filter(route -> !documented.containsAll(shapes(List.of(route))))
                .toList();
        if (others.isEmpty()) {
            return new ServedRoutes(source(routes), routes, classes.uncovered());
        }
        RouteSpace space = RouteSpace.of(routes);
        if (!RouteSpace.of(classes.routes()).overlaps(space)) {
            List<String> uncovered = new ArrayList<>(classes.uncovered());
            uncovered.add("paths of " + document.source() + ", none of which the classes tell");
            return new ServedRoutes(classes.source(), classes.routes(), uncovered);
        }
        List<String> uncovered = new ArrayList<>(classes.uncovered());
        RouteSpace.of(others)
                .beyond(space)
                .ifPresent(request -> uncovered.add(
                        "routes that the " + classes.source() + " tell and the document does not, such as " + request));
        return new ServedRoutes(source(routes), routes, uncovered);
    }

    private String source(List<HttpRoute> routes) {
        return document.source() + (routes.equals(document.routes()) ? "" : " below " + prefix);
    }

    /** A program serves nothing beside what stands before all its paths. */
    private HttpRoute below(HttpRoute route) {
        String path = route.path().text();
        boolean isBelow = path.equals(prefix) || path.startsWith(prefix + "/");
        return prefix.isEmpty() || isBelow
                ? route
                : new HttpRoute(
                        route.name(), route.methods(), route.path().under(prefix), route.headers(), route.place());
    }

    /** Methods and paths without the names of variables: equal ones need no closer look. */
    private static Set<String> shapes(List<HttpRoute> routes) {
        Set<String> shapes = new TreeSet<>();
        for (HttpRoute route : routes) {
            String path = route.path().text().replaceAll("\\{[^{}:*]*}", "{}");
            Set<String> methods = route.methods().isEmpty() ? Set.of("*") : route.methods();
            methods.forEach(method -> shapes.add(method + " " + path));
        }
        return shapes;
    }
}
