package io.github.meshready.smi.policy;

/**
 * The weight of a TrafficSplit's backend. The schema takes any number, the mesh only whole ones (OSM v1.2.4,
 * cmd/osm-bootstrap/crds/smi_traffic_split.yaml; an int in Go), and its proxies 32 bits without a sign.
 *
 * @param written the number as written
 * @param value the number
 */
public record SplitWeight(String written, double value) {

    /** What all weights of a split may add up to. */
    static final double LARGEST = 4294967295d;

    public boolean isPossible() {
        return value == Math.rint(value) && value >= 0 && value <= LARGEST;
    }

    public boolean isPositive() {
        return value > 0;
    }
}
