package io.github.meshready.smi.mesh;

import java.util.Locale;

/** Why a call ends as it does; each reason has one verdict. */
public enum Outcome {
    /** A policy allows it. */
    GRANTED(Verdict.ALLOWED),
    /** The mesh enforces no policies. */
    PERMISSIVE(Verdict.ALLOWED),
    /** It passes, but not through the mesh at both ends: no policy has a say in it. */
    OUTSIDE(Verdict.ALLOWED),
    /** No TrafficTarget lets the caller's account reach the called one: the connection fails. */
    NO_TARGET(Verdict.DENIED),
    /** TrafficTargets do, but none opens the port: the connection is closed. */
    PORT_CLOSED(Verdict.DENIED),
    /** The request is for a host that is no name of the Service: 404. */
    UNKNOWN_HOST(Verdict.DENIED),
    /** No route matches the request: 404. */
    NO_ROUTE(Verdict.DENIED),
    /** A route matches, but for other callers: 403. */
    FORBIDDEN(Verdict.DENIED),
    /** The caller has no sidecar and the called pods accept only sidecars. */
    CLIENT_WITHOUT_SIDECAR(Verdict.DENIED),
    /** The call leaves the mesh, which lets none out. */
    EGRESS_CLOSED(Verdict.DENIED),
    /** The caller's sidecar speaks mesh TLS to pods that have none. */
    SERVER_WITHOUT_SIDECAR(Verdict.BROKEN),
    /** The caller's sidecar speaks mesh TLS to a port that the called pods keep from theirs. */
    SERVER_PORT_EXCLUDED(Verdict.BROKEN),
    /** The Service selects no pods. */
    NO_PODS(Verdict.BROKEN),
    /** Kubernetes rejects the pods at one end. */
    POD_REJECTED(Verdict.BROKEN),
    /** The Service's named target port exists on none of its pods. */
    NO_TARGET_PORT(Verdict.BROKEN),
    /** The Service port declares a protocol that the mesh does not support. */
    UNSUPPORTED_PROTOCOL(Verdict.BROKEN),
    /** The proxy refuses its whole configuration because of the ports of a Service, or the weights of a TrafficSplit. */
    LISTENER_REJECTED(Verdict.BROKEN),
    /** Requests go to a headless Service of which the mesh knows only the single pods: 404. */
    HEADLESS_NAME(Verdict.BROKEN),
    /** The TrafficTarget names a kind of identity that the mesh does not know: 503. */
    WRONG_KIND(Verdict.BROKEN),
    /** A regular expression on the called account is none to the proxy, which then takes no routes at all. */
    BAD_REGEX(Verdict.BROKEN),
    /** The mesh cannot follow the TrafficSplit. */
    BROKEN_SPLIT(Verdict.BROKEN),
    /** Only some of the pods behind the Service answer, or of the backends of its TrafficSplit. */
    PARTIAL(Verdict.BROKEN),
    /** Several routes match, for different callers; the first one that the mesh sees decides. */
    ROUTE_ORDER(Verdict.UNDETERMINED),
    /** Several TrafficSplits spread the calls to the Service; the first one that the mesh sees decides. */
    SPLIT_ORDER(Verdict.UNDETERMINED),
    /** An IngressBackend decides by addresses that manifests do not show. */
    INGRESS(Verdict.UNDETERMINED),
    /** An Egress decides. */
    EGRESS(Verdict.UNDETERMINED);

    private final Verdict verdict;

    Outcome(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
