package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
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

    /** The match of this name; of several the last, as in OSM (pkg/catalog/inbound_traffic_policies.go). */
    public Optional<HttpMatch> match(String name) {
        return matches.stream().filter(match -> match.name().equals(name)).reduce((first, later) -> later);
    }
}
