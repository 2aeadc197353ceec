package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What IngressBackends and Egresses say of a call that leaves the mesh or comes from outside of it. */
final class OutsidePolicies {

    private OutsidePolicies() {}

    /** The IngressBackends for pods that a caller without a sidecar dials. */
    static List<Step> ingress(Mesh mesh, List<CalledEnd> ends) {
        List<Step> steps = new ArrayList<>();
        for (CalledEnd end : ends) {
            if (end.isGuarded(mesh)) {
                int target = end.targetPort().getAsInt();
                List<PolicySet.Ingress> opened =
                        mesh.policies().ingress(end.service().name(), target);
                opened.forEach(ingress -> steps.add(step(ingress, target)));
                if (opened.isEmpty()) {
                    steps.add(new Step(
                            "ingress",
                            "no IngressBackend opens port " + target + " of the pods behind Service "
                                    + end.service().name() + " to callers without a sidecar",
                            List.of()));
                }
            }
        }
        return steps.stream().distinct().toList();
    }

    private static Step step(PolicySet.Ingress ingress, int target) {
        IngressBackend policy = ingress.policy();
        String sources = policy.sources().stream()
                .map(source -> source.kind() + " "
                        + (source.isService() ? source.name() : source.name().name()))
                .collect(Collectors.joining(", "));
        return new Step(
                "ingress",
                policy.object().described() + " opens port " + target + " over "
                        + Printable.text(ingress.backend().protocol()) + " to "
                        + (sources.isEmpty() ? "anyone" : sources),
                policy.object().location());
    }

    /** What lets an account's pods call out of the mesh on a port. */
    static List<Step> egress(Mesh mesh, ObjectName account, int port) {
        Step mode = new Step(
                "egress",
                "the mesh lets calls out: " + (mesh.mode().egress().isClosed() ? "no" : "yes") + " ("
                        + mesh.mode().egress() + ")",
                List.of());
        return Stream.concat(
                        Stream.of(mode),
                        mesh.policies().egress(account).stream().flatMap(policy -> step(policy, port).stream()))
                .toList();
    }

    private static Optional<Step> step(EgressPolicy policy, int port) {
        return policy.ports().stream()
                .filter(each -> each.number() == port)
                .findFirst()
                .map(each -> new Step(
                        "egress",
                        policy.object().described() + " lets the caller dial port " + port + " over "
                                + Printable.text(each.protocol()) + " at " + places(policy),
                        policy.object().location()));
    }

    private static String places(EgressPolicy policy) {
        List<String> places =
                Stream.concat(policy.hosts().stream(), policy.ranges().stream()).toList();
        return places.isEmpty() ? "any address" : Printable.text(String.join(", ", places));
    }
}
