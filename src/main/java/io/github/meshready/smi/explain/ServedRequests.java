package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.mesh.RouteRegex;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.regex.Language;
import io.github.meshready.smi.route.region.Regions;
import io.github.meshready.smi.route.region.RouteMatch;
import io.github.meshready.smi.verify.RouteRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The requests that known routes are for: which route a request is meant for, and which ones a match stands for. */
final class ServedRequests {

    private static final String ROUTES = "routes";

    /** A route, with the forms of its requests. */
    private record Served(HttpRoute route, List<RouteMatch<String>> forms) {}

    private final List<Served> served;

    ServedRequests(List<HttpRoute> routes) {
        this.served = routes.stream()
                .map(route -> new Served(
                        route,
                        Regions.of(new TreeMap<>(Map.of(ROUTES, List.of(route))), Dialect.DEFAULT)
                                .matches()))
                .toList();
    }

    /** The routes that a request is meant for. */
    List<HttpRoute> taking(HttpRequest request) {
        return served.stream()
                .filter(each -> each.forms().stream().anyMatch(form -> takes(form, request)))
                .map(Served::route)
                .toList();
    }

    private static boolean takes(RouteMatch<String> form, HttpRequest request) {
        String path = request.path().split("\\?", 2)[0];
        return (form.methods().contains(HttpMatch.ANY_METHOD) || form.methods().contains(request.method()))
                && matches(form.pathRegex(), path)
                && form.headers().entrySet().stream()
                        .allMatch(header -> request.headers().containsKey(header.getKey())
                                && matches(header.getValue(), request.headers().get(header.getKey())));
    }

    private static boolean matches(String regex, String text) {
        return RouteRegex.of(regex).filter(compiled -> compiled.matches(text)).isPresent();
    }

    /** The routes of which some requests match, found by examples of both. */
    List<HttpRoute> behind(Route match) {
        List<HttpRoute> ofExample = example(match.match()).map(this::taking).orElse(List.of());
        return served.stream()
                .map(Served::route)
                .filter(route -> ofExample.contains(route)
                        || RouteRequests.of(route).stream()
                                .anyMatch(request -> match.misfits(request).isEmpty()))
                .toList();
    }

    private static Optional<HttpRequest> example(HttpMatch match) {
        Map<String, String> headers = new TreeMap<>();
        match.headers().all().forEach((name, value) -> example(value).ifPresent(text -> headers.put(name, text)));
        List<String> methods = new ArrayList<>(match.methods());
        methods.remove(HttpMatch.ANY_METHOD);
        methods.add("GET");
        return example(match.effectivePath()).map(path -> new HttpRequest(methods.get(0), path, headers));
    }

    private static Optional<String> example(String regex) {
        return Language.of(regex).flatMap(language -> language.overlap(language).example());
    }
}
