package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.TcpRoute;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** TCPRoutes without ports, which open every port (pkg/envoy/lds/rbac.go). */
final class TcpRouteWithoutPorts implements Rule {

    @Override
    public String id() {
        return "SMI-TCP-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().tcpRoutes().values().stream()
                .filter(route -> route.ports().isEmpty())
                .map(this::finding)
                .toList();
    }

    private Finding finding(TcpRoute route) {
        return Finding.of(
                this,
                Severity.ERROR,
                route.object(),
                route.object().location(),
                "there are no ports",
                "the mesh takes that for every port of the destination",
                "list the ports of the pods: spec: {matches: {ports: [...]}}");
    }
}
