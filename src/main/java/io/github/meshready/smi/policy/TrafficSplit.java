package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import java.util.List;

/**
 * A TrafficSplit as it stands in a manifest. Apex and backends are always Services of its own namespace (OSM v1.2.4,
 * pkg/smi/client.go FilterTrafficSplit, pkg/catalog/outbound_traffic_policies.go).
 *
 * @param object the object
 * @param host what it gives for the apex
 * @param hostLocation where that stands
 * @param split what it says
 * @param backendLocations where each backend stands
 */
public record TrafficSplit(
        KubeObject object, SplitHost host, Location hostLocation, Split split, List<Location> backendLocations) {

    public TrafficSplit {
        backendLocations = List.copyOf(backendLocations);
    }

    /** The Service whose calls it spreads over others. */
    public ObjectName apex() {
        return split.apex();
    }
}
