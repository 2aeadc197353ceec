package io.github.meshready.smi.route.region;

import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The methods that a match can name (OSM v1.2.4, cmd/osm-bootstrap/crds/smi_http_route_group.yaml). Any method is these and {@code *} for
 * all others, which can be said together with these only.
 */
final class Methods {

    static final String ANY = "*";

    private static final Set<String> NAMED =
            Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private Methods() {}

    static boolean isNamed(String method) {
        return NAMED.contains(method) || method.equals(ANY);
    }

    /** The methods that a route means: none is any, and programs answer HEAD where they answer GET (Jakarta REST 3.1, 3.3.5; Spring). */
    static SortedSet<String> meant(Collection<String> methods) {
        SortedSet<String> meant = new TreeSet<>(methods);
        if (meant.isEmpty() || meant.contains(ANY)) {
            meant.addAll(NAMED);
            meant.add(ANY);
        }
        if (meant.contains("GET")) {
            meant.add("HEAD");
        }
        meant.removeIf(method -> !isNamed(method));
        return meant;
    }

    /** How a match says them; without those that it cannot name. */
    static SortedSet<String> written(Set<String> meant) {
        if (meant.size() == NAMED.size() + 1) {
            return new TreeSet<>(Set.of(ANY));
        }
        SortedSet<String> written = new TreeSet<>(meant);
        written.remove(ANY);
        return written;
    }
}
