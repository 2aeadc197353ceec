package io.github.meshready.smi.policy;

/**
 * API groups, versions and kinds that the mesh serves (OSM v1.2.4, cmd/osm-bootstrap/crds). Other versions of these
 * groups stand in the CRDs with {@code served: false}: applying them fails. Those that versions of the mesh differ in are
 * the {@link io.github.meshready.smi.app.Dialect}'s.
 */
public final class Smi {

    public static final String ACCESS_GROUP = "access.smi-spec.io";
    public static final String ACCESS_VERSION = ACCESS_GROUP + "/v1alpha3";
    public static final String TRAFFIC_TARGET = "TrafficTarget";

    public static final String SPECS_GROUP = "specs.smi-spec.io";
    public static final String SPECS_VERSION = SPECS_GROUP + "/v1alpha4";
    public static final String HTTP_ROUTE_GROUP = "HTTPRouteGroup";
    public static final String TCP_ROUTE = "TCPRoute";

    public static final String INGRESS_BACKEND = "IngressBackend";
    public static final String EGRESS = "Egress";

    public static final String SPLIT_GROUP = "split.smi-spec.io";
    public static final String TRAFFIC_SPLIT = "TrafficSplit";

    /** The only kind of identity that the mesh knows. */
    public static final String SERVICE_ACCOUNT = "ServiceAccount";

    private Smi() {}
}
