package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Arrival;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.PolicySet.Ingress;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.invariant.Doors.Dial;
import io.github.meshready.smi.verify.invariant.Hop.Cause;
import io.github.meshready.smi.verify.invariant.Hop.Means;
import io.github.meshready.smi.verify.invariant.Openings.Opening;
import io.github.meshready.smi.verify.invariant.RequestSearch.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of a call that arrives at pods what of it passes there, and what lets it. */
final class ArrivedCall {

    private final Mesh mesh;
    private final Openings openings;
    private final Set<String> harmless;

    /** @param harmless methods of requests that are not looked for */
    ArrivedCall(Mesh mesh, Openings openings, Set<String> harmless) {
        this.mesh = mesh;
        this.openings = openings;
        this.harmless = harmless;
    }

    /**
     * The call as a hop; empty if only what is harmless passes.
     *
     * @param source the account that the caller's sidecar shows
     * @param dial what is dialled
     */
    Optional<Hop> hop(Party from, ObjectName source, Dial dial, Arrival arrival) {
        String at = dial.name();
        Party to = new Party.Pods(arrival.server());
        Decision decision = arrival.decision();
        return switch (decision.outcome()) {
            case PERMISSIVE -> Optional.of(permissive(from, to, at, anything(arrival.port()), true));
            case GRANTED, ROUTE_ORDER, SPLIT_ORDER ->
                mesh.mode().permissive()
                        ? Optional.of(permissive(from, to, at, anything(arrival.port()), false))
                        : byPolicy(from, to, source, dial, arrival);
            case OUTSIDE, INGRESS, EGRESS ->
                Optional.of(arrival.ingress()
                        .map(ingress -> byIngress(from, to, at, arrival.port(), ingress, decision.isAllowed()))
                        .orElseGet(() -> unguarded(from, at, arrival)));
            default -> Optional.empty();
        };
    }

    /** The hop in permissive mode. */
    Hop permissive(Party from, Party to, String at, String sent, boolean isCertain) {
        return new Hop(from, to, at, sent, "as no policy counts", isCertain, mode());
    }

    private Cause mode() {
        return new Cause(
                Means.PERMISSIVE,
                MeshConfig.KIND + " " + mesh.mode().dialect().meshConfigName(),
                mesh.mode().config().map(MeshConfig::location));
    }

    private Optional<Hop> byPolicy(Party from, Party to, ObjectName source, Dial dial, Arrival arrival) {
        String at = dial.name();
        ObjectName account = arrival.server().account();
        ServedPort port = arrival.port();
        DestinationPolicy policy = mesh.destination(account).orElseThrow();
        List<TrafficTarget> opening = policy.opening(source, port.targetPort());
        boolean isSplit = arrival.decision().outcome() == Outcome.SPLIT_ORDER;
        String doubt = isSplit ? ", if it gets there, as " + arrival.decision().reason() : "";
        if (!port.isHttp()) {
            TrafficTarget target = opening.get(0);
            String reason = "by " + target.object().described() + doubt;
            return Optional.of(new Hop(from, to, at, anything(port), reason, !isSplit, cause(target)));
        }
        return new RequestSearch(mesh, Optional.of(source), account, port, harmless)
                .find(dial.hosts())
                .map(found -> new Hop(
                        from,
                        to,
                        at,
                        found.text(),
                        found.reason() + doubt,
                        found.isCertain() && !isSplit,
                        cause(responsible(opening, found))));
    }

    /** Of the targets that open the port the one that brings the match, if one does. */
    private TrafficTarget responsible(List<TrafficTarget> opening, Found found) {
        return opening.stream()
                .filter(target -> brings(target, found.match()))
                .findFirst()
                .orElse(opening.get(0));
    }

    private boolean brings(TrafficTarget target, HttpMatch match) {
        return target.rules().stream()
                .anyMatch(rule -> mesh.policies().matches(target, rule).contains(match));
    }

    /** The target is the cause. */
    static Cause cause(TrafficTarget target) {
        return new Cause(
                Means.POLICY,
                target.object().described(),
                Optional.of(target.object().location()));
    }

    private Hop unguarded(Party from, String at, Arrival arrival) {
        Opening opening = openings.at(at, arrival.server(), arrival.port().targetPort());
        boolean isCertain = arrival.decision().isAllowed();
        String reason =
                isCertain ? opening.reason() : "as " + arrival.decision().reason();
        return new Hop(
                from,
                new Party.Pods(arrival.server()),
                at,
                anything(arrival.port()),
                reason,
                isCertain,
                opening.cause());
    }

    /** The hop of a caller that an IngressBackend lets in. */
    Hop byIngress(Party from, Party to, String at, ServedPort port, Ingress ingress, boolean isCertain) {
        IngressBackend policy = ingress.policy();
        String sources = policy.sources().stream()
                .map(source -> source.isService()
                        ? "Service " + source.name()
                        : source.name().name())
                .map(Printable::text)
                .collect(Collectors.joining(", "));
        String doubt = !isCertain && mesh.ingress().isContested(ingress)
                ? ", if the mesh follows it and no other IngressBackend for the port"
                : "";
        String reason = "as it lets in " + (sources.isEmpty() ? "whoever reaches the pods" : sources) + doubt;
        Cause cause = new Cause(
                Means.INGRESS,
                policy.object().described(),
                Optional.of(policy.object().location()));
        return new Hop(from, to, at, anything(port), reason, isCertain, cause);
    }

    /** What passes where nothing tells requests apart. */
    String anything(ServedPort port) {
        return port.isHttp() ? "any request, such as " + RequestSearch.method(harmless) + " /" : "any connection";
    }
}
