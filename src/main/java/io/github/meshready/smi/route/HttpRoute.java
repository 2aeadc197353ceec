package io.github.meshready.smi.route;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A route that a program serves or uses.
 *
 * @param name what people call it, an operationId or a method of a class; empty where nothing tells
 * @param methods the methods, in capitals; none means any
 * @param path the path, from the first slash, with everything that stands before it
 * @param headers what the values of headers have to match, by name in lower case: whole values, as RE2 expressions
 * @param place where it is written, and what tells it there
 */
public record HttpRoute(
        String name,
        SortedSet<String> methods,
        RouteTemplate path,
        SortedMap<String, String> headers,
        RoutePlace place) {

    /** Methods and path, as in {@code GET /books/{id}}. */
    public String described() {
        return (String.join(",", methods) + " " + path).strip();
    }

    /**
     * What it comes to where a server asks for headers of which who calls says nothing: the routes of the server with its path, each with
     * the methods that both have; itself where no route of that path asks for headers, or where it names some.
     */
    public Stream<HttpRoute> asServed(List<HttpRoute> served) {
        List<HttpRoute> same = served.stream()
                .filter(route -> route.path().text().equals(path.text()))
                .toList();
        boolean asks = headers.isEmpty()
                && same.stream().anyMatch(route -> !route.headers().isEmpty());
        return asks ? same.stream().flatMap(route -> route.within(methods)) : Stream.of(this);
    }

    private Stream<HttpRoute> within(SortedSet<String> wanted) {
        Set<String> both = new TreeSet<>(methods.isEmpty() ? wanted : methods);
        both.removeIf(method -> !wanted.isEmpty() && !wanted.contains(method));
        boolean any = methods.isEmpty() && wanted.isEmpty();
        return any || !both.isEmpty() ? Stream.of(new HttpRoute(name, both, path, headers, place)) : Stream.empty();
    }

    public HttpRoute(
            String name, Set<String> methods, RouteTemplate path, Map<String, String> headers, RoutePlace place) {
        this(
                name,
                methods.stream()
                        .map(each -> each.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)),
                path,
                new TreeMap<>(headers),
                place);
    }

    /** A route that the build's configuration tells. */
    public HttpRoute(String name, Set<String> methods, RouteTemplate path, Map<String, String> headers, String place) {
        this(name, methods, path, headers, new RoutePlace(place, RouteSource.POM));
    }

    /** The same, told by something else. */
    public HttpRoute from(RouteSource source) {
        return new HttpRoute(name, methods, path, headers, new RoutePlace(place.text(), source));
    }
}
