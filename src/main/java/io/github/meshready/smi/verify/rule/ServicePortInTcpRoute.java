package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.TcpRoute;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** TCPRoutes that name the Service's port instead of the pods' (pkg/catalog/traffictarget.go; pkg/envoy/lds/rbac.go). */
final class ServicePortInTcpRoute implements Rule {

    @Override
    public String id() {
        return "SMI-TCP-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (TrafficTarget target : facts.policies().targets()) {
            if (!target.isValid(facts.dialect())) {
                continue;
            }
            List<ServedPort> served =
                    facts.mesh().served(target.destination().orElseThrow().account());
            target.tcpRules().stream()
                    .flatMap(rule -> facts.policies().tcpRoute(target.routeName(rule)).stream())
                    .forEach(route -> check(target, route, served, findings));
        }
        return findings.stream().distinct().toList();
    }

    private void check(TrafficTarget target, TcpRoute route, List<ServedPort> served, List<Finding> findings) {
        for (TcpRoute.Port port : route.ports()) {
            boolean isTarget = served.stream().anyMatch(each -> each.targetPort() == port.effective());
            if (isTarget) {
                continue;
            }
            served.stream()
                    .filter(each -> each.port().number() == port.effective())
                    .findFirst()
                    .ifPresent(meant -> findings.add(Finding.of(
                            this,
                            Severity.ERROR,
                            route.object(),
                            port.location(),
                            port.effective() + " is a port of Service "
                                    + meant.service().name() + "; its pods listen on " + meant.targetPort(),
                            "the mesh compares with the pods' port: TrafficTarget "
                                    + target.object().objectName() + " does not open it",
                            "write " + meant.targetPort())));
        }
    }
}
