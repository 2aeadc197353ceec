package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.Location;
import java.util.List;
import java.util.Optional;

/**
 * An HTTPRouteGroup as it stands in a manifest.
 *
 * @param object the object
 * @param matches its matches, in order
 */
public record HttpRouteGroup(KubeObject object, List<HttpMatch> matches) {

    public HttpRouteGroup {
        matches = List.copyOf(matches);
    }

    /** Where a field of a match stands; where it is absent, where the match does. */
    public Location location(HttpMatch match, String field) {
        return object.fields()
                .requiredMapping("spec")
                .mappings("matches")
                .get(matches.indexOf(match))
                .location(field);
    }

    /** The match of this name; of several the last, as in OSM (pkg/catalog/inbound_traffic_policies.go). */
    public Optional<HttpMatch> match(String name) {
        return matches.stream().filter(match -> match.name().equals(name)).reduce((first, later) -> later);
    }
}
