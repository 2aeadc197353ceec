package io.github.meshready.smi.route.region;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Requests that the same callers may send, as one match of an HTTPRouteGroup.
 *
 * @param <C> what a caller is
 * @param name a name of its own among the matches of a destination, as DNS labels are (RFC 1123)
 * @param pathRegex the path, for the mesh that it is written for
 * @param methods the methods; {@code *} alone for any
 * @param headers expressions for the whole values of headers, by name in lower case
 * @param callers who may send them
 * @param widened why it lets in more than the routes say, in words with a request that shows it; none if it does not
 */
public record RouteMatch<C>(
        String name,
        String pathRegex,
        SortedSet<String> methods,
        SortedMap<String, String> headers,
        SortedSet<C> callers,
        List<String> widened) {

    public RouteMatch {
        methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        callers = Collections.unmodifiableSortedSet(new TreeSet<>(callers));
        widened = List.copyOf(widened);
    }
}
