package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.MeshProtocol;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides one call, in the order in which the mesh would trip over it: sidecars at both ends, mode, protocol, then the
 * policies of each account behind the Service. TrafficSplits are not followed yet.
 */
final class Decider {

    private final Mesh mesh;
    private final Workload client;
    private final Service service;
    private final ServicePort port;

    Decider(Mesh mesh, Workload client, Service service, ServicePort port) {
        this.mesh = mesh;
        this.client = client;
        this.service = service;
        this.port = port;
    }

    Decision decide(Optional<HttpRequest> request) {
        List<Workload> behind = mesh.application().selectedBy(service);
        if (behind.isEmpty()) {
            return at(Outcome.NO_PODS, "Service " + service.name() + " selects no pods of the manifests");
        }
        Optional<String> clientOutside = mesh.membership().outside(client);
        if (clientOutside.isPresent() || isExcluded(client, Exclusions.OUTBOUND, port.number())) {
            return fromOutside(behind, clientOutside.orElse("the port is excluded from its sidecar"));
        }
        Optional<String> unwatched = mesh.membership().unwatched(service.name().namespace());
        if (unwatched.isPresent()) {
            return at(Outcome.OUTSIDE, unwatched.get() + ": the call leaves the mesh, and egress rules decide");
        }
        Optional<String> serverOutside = behind.stream()
                .flatMap(workload -> mesh.membership().outside(workload).stream()
                        .map(reason -> workload.name() + " has no sidecar (" + reason + ")"))
                .findFirst();
        if (serverOutside.isPresent()) {
            return toOutside(behind, serverOutside.get());
        }
        if (MeshProtocol.of(port).protocol().isEmpty()) {
            return at(
                    Outcome.UNSUPPORTED_PROTOCOL,
                    "appProtocol " + port.appProtocol().orElseThrow() + " is not supported: the mesh configures nothing"
                            + " for this port");
        }
        return mesh.mode().permissive()
                ? at(Outcome.PERMISSIVE, "permissive mode allows every call between meshed pods")
                : underPolicies(behind, request);
    }

    /** A caller without a sidecar gets through only where the called pods listen without theirs. */
    private Decision fromOutside(List<Workload> behind, String reason) {
        for (Workload workload : behind) {
            OptionalInt target = port.target().on(workload.pod());
            boolean listensPlainly = mesh.membership().outside(workload).isPresent()
                    || target.isPresent()
                            && (isExcluded(workload, Exclusions.INBOUND, target.getAsInt())
                                    || isIngress(target.getAsInt()));
            if (!listensPlainly) {
                return at(
                        Outcome.CLIENT_WITHOUT_SIDECAR,
                        client.name() + " calls from outside of the mesh (" + reason + ") and " + workload.name()
                                + " accepts only sidecars: the connection is refused");
            }
        }
        return at(Outcome.OUTSIDE, "the call does not pass through the mesh (" + reason + ")");
    }

    private boolean isIngress(int targetPort) {
        return mesh.policies().ingressBackends().stream()
                .filter(ingress ->
                        ingress.object().namespace().equals(service.name().namespace()))
                .flatMap(ingress -> ingress.backends().stream())
                .anyMatch(backend -> backend.service().equals(service.name().name()) && backend.port() == targetPort);
    }

    private static boolean isExcluded(Workload workload, String list, int number) {
        return Exclusions.ports(workload, list).contains(number);
    }

    /** The caller's sidecar speaks mesh TLS to every Service that it knows, sidecar or not at the other end. */
    private Decision toOutside(List<Workload> behind, String reason) {
        boolean known = mesh.mode().permissive()
                || behind.stream()
                        .flatMap(workload -> mesh.destination(workload.account()).stream())
                        .anyMatch(policy -> !policy.naming(client.account()).isEmpty());
        return known
                ? at(Outcome.SERVER_WITHOUT_SIDECAR, reason + ", and the caller's sidecar speaks mesh TLS to it")
                : at(Outcome.OUTSIDE, reason + ": the call leaves the mesh, and egress rules decide");
    }

    private Decision underPolicies(List<Workload> behind, Optional<HttpRequest> request) {
        Map<ObjectName, Decision> byAccount = new LinkedHashMap<>();
        for (Workload workload : behind) {
            OptionalInt target = port.target().on(workload.pod());
            if (target.isEmpty()) {
                return at(
                        Outcome.NO_TARGET_PORT,
                        "no container of " + workload.name() + " has a port named " + port.target());
            }
            ServedPort serving = new ServedPort(
                    service, port, target.getAsInt(), MeshProtocol.of(port).protocol());
            byAccount.putIfAbsent(workload.account(), decide(workload.account(), serving, request));
        }
        return join(byAccount);
    }

    private Decision decide(ObjectName account, ServedPort serving, Optional<HttpRequest> request) {
        return mesh.destination(account)
                .map(policy -> AccountDecision.decide(policy, client.account(), account, serving, request))
                .orElseGet(() -> AccountDecision.noTarget(client.account(), account));
    }

    /** A client balances over all pods; accounts that decide differently make it fail now and then. */
    private Decision join(Map<ObjectName, Decision> byAccount) {
        List<Decision> all = List.copyOf(byAccount.values());
        Decision first = all.get(0);
        if (all.stream().map(Decision::verdict).distinct().count() == 1) {
            List<Location> places = new ArrayList<>();
            all.forEach(decision -> places.addAll(decision.decidedBy()));
            return new Decision(first.outcome(), first.reason(), places);
        }
        Decision failing = all.stream()
                .filter(decision -> !decision.isAllowed())
                .findFirst()
                .orElseThrow();
        return new Decision(
                Outcome.PARTIAL,
                "only some of the pods behind Service " + service.name() + " answer: " + failing.reason(),
                failing.decidedBy());
    }

    private Decision at(Outcome outcome, String reason) {
        return new Decision(outcome, reason, List.of(port.location()));
    }
}
