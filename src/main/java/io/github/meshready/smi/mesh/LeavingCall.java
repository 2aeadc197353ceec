package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.EgressPolicy;
import java.util.List;

/** A call to a Service that the caller's sidecar takes for something outside of the mesh. */
final class LeavingCall {

    private final Mesh mesh;
    private final boolean toPods;
    private final Workload client;
    private final Service service;
    private final ServicePort port;

    LeavingCall(Mesh mesh, Connection connection) {
        this.mesh = mesh;
        this.toPods = connection.toPods();
        this.client = connection.client();
        this.service = connection.service();
        this.port = connection.port();
    }

    /** @param reason why it leaves the mesh */
    Decision decide(String reason) {
        if (!mesh.mode().egress().isClosed()) {
            return at(Outcome.OUTSIDE, reason + ": the call leaves the mesh");
        }
        List<EgressPolicy> opened = mesh.mode().readsEgressPolicies()
                ? mesh.egress(client.account()).stream()
                        .filter(policy -> policy.ports().stream().anyMatch(each -> each.number() == port.number()))
                        .toList()
                : List.of();
        if (opened.stream().anyMatch(this::isLetOut)) {
            return at(Outcome.OUTSIDE, reason + ": the call leaves the mesh, and an Egress lets it");
        }
        return opened.isEmpty()
                ? at(Outcome.EGRESS_CLOSED, reason + ": the call leaves the mesh, and the MeshConfig lets none out")
                : at(Outcome.EGRESS, reason + ": the call leaves the mesh, and an Egress decides");
    }

    private boolean isLetOut(EgressPolicy policy) {
        AppProtocol spoken = port.meshProtocol().protocol().orElse(AppProtocol.TCP);
        String protocol = spoken == AppProtocol.GRPC ? "tcp" : spoken.toString();
        List<String> names = new HostNames(service, port, client.namespace()).names();
        boolean podsNamed = toPods
                && policy.hosts().stream()
                        .filter(host -> names.stream().anyMatch(name -> host.endsWith("." + name)))
                        .anyMatch(host -> policy.lets(host, port.number(), protocol));
        return podsNamed || names.stream().anyMatch(name -> policy.lets(name, port.number(), protocol));
    }

    private Decision at(Outcome outcome, String reason) {
        return new Decision(outcome, reason, List.of(port.location()));
    }
}
