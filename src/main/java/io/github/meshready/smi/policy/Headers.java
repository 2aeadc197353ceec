package io.github.meshready.smi.policy;

import io.github.meshready.smi.manifest.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers of a match. The CRD wants a list of mappings with one key each (OSM v1.2.4,
 * cmd/osm-bootstrap/crds/smi_http_route_group.yaml; smi-sdk-go pkg/apis/specs/v1alpha4/helpers.go).
 *
 * @param items the mappings, in order
 * @param isMap whether one mapping was written instead of a list, which the API server rejects
 * @param location where they stand
 */
public record Headers(List<Map<String, String>> items, boolean isMap, Location location) {

    public Headers {
        items = items.stream().map(Map::copyOf).toList();
    }

    /** All headers by name; of two with one name the later holds, as in OSM. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        items.forEach(all::putAll);
        return all;
    }
}
