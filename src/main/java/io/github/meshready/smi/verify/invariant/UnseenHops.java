package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.policy.TcpRoute;
import io.github.meshready.smi.policy.TrafficTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What passes of calls to an account of which the manifests show no pods: what its ports speak is not known, so that wherever a
 * TrafficTarget opens one, anything may pass.
 */
final class UnseenHops {

    private static final String SENT = "connections";

    private final Mesh mesh;
    private final ArrivedCall arrived;

    UnseenHops(Mesh mesh, ArrivedCall arrived) {
        this.mesh = mesh;
        this.arrived = arrived;
    }

    List<Hop> between(Party from, Party.Account to) {
        if (mesh.mode().permissive()) {
            boolean isMeshed = from instanceof Party.Anyone || source(from).isPresent();
            return isMeshed ? List.of(arrived.permissive(from, to, to.toString(), SENT, true)) : List.of();
        }
        Optional<DestinationPolicy> policy = mesh.destination(to.name());
        if (policy.isEmpty()) {
            return List.of();
        }
        Stream<TrafficTarget> forAnyone = policy.get().targets().stream()
                .filter(target -> target.sources().isEmpty());
        Stream<TrafficTarget> targets = from instanceof Party.Anyone
                ? forAnyone
                : source(from)
                        .filter(policy.get()::handsOutPods)
                        .map(source -> Stream.concat(policy.get().naming(source).stream(), forAnyone))
                        .orElse(Stream.empty());
        return targets.filter(this::opensSome)
                .map(target -> new Hop(
                        from,
                        to,
                        to.toString(),
                        SENT,
                        "by " + target.object().described()
                                + "; no pods of that account are among the manifests to tell more",
                        true,
                        ArrivedCall.cause(target)))
                .toList();
    }

    /** The identity that a caller's sidecar shows, if it has one. */
    private Optional<ObjectName> source(Party from) {
        if (from instanceof Party.Pods pods) {
            return mesh.membership().outside(pods.workload()).isEmpty()
                    ? Optional.of(pods.workload().account())
                    : Optional.empty();
        }
        return from instanceof Party.Account account ? Optional.of(account.name()) : Optional.empty();
    }

    private boolean opensSome(TrafficTarget target) {
        List<TargetRule> rules = target.tcpRules();
        List<TcpRoute> routes = rules.stream()
                .flatMap(rule -> mesh.policies().tcpRoute(target.routeName(rule)).stream())
                .toList();
        return rules.size() == routes.size();
    }
}
