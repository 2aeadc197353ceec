package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.RouteTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what classes tell: routes, each once, and in words what they do not tell the routes of. */
final class Findings {

    private final Map<List<Object>, HttpRoute> routes = new LinkedHashMap<>();
    private final SortedSet<String> unclear = new TreeSet<>();

    /**
     * Adds a route, unless one of the same methods and path is known.
     *
     * @param methods none means any
     * @param path from the first slash
     * @param type the class that serves it, or declares to use it
     * @param method the method of that class
     */
    void route(Set<String> methods, String path, PathSyntax syntax, String type, String method) {
        HttpRoute route = new HttpRoute(method, methods, RouteTemplate.of(path, syntax), Map.of(), type + "." + method);
        routes.putIfAbsent(List.of(route.methods(), path, syntax), route);
    }

    /** Lets every route that names its methods take OPTIONS as well; not those of gRPC, which browsers do not call so. */
    void answerOptions() {
        routes.replaceAll((key, route) -> {
            boolean named = !route.methods().isEmpty() && route.path().syntax() != PathSyntax.LITERAL;
            Set<String> methods = new TreeSet<>(route.methods());
            methods.add("OPTIONS");
            return named ? new HttpRoute(route.name(), methods, route.path(), route.headers(), route.place()) : route;
        });
    }

    /** Adds what is not known, in words. */
    void unclear(String words) {
        unclear.add(words);
    }

    /** Adds all of another. */
    void add(Findings other) {
        other.routes.forEach(routes::putIfAbsent);
        unclear.addAll(other.unclear);
    }

    List<HttpRoute> routes() {
        return new ArrayList<>(routes.values());
    }

    List<String> unclear() {
        return List.copyOf(unclear);
    }
}
