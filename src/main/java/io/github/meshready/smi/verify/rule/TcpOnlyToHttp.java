package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.mesh.Access;
import io.github.meshready.smi.mesh.Grant;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Targets that open an HTTP port without any route (pkg/envoy/lds/inmesh.go: a route is needed as well). */
final class TcpOnlyToHttp implements Rule {

    @Override
    public String id() {
        return "SMI-TCP-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        Set<Access> working = facts.mesh().grants().stream().map(Grant::access).collect(Collectors.toUnmodifiableSet());
        List<Finding> findings = new ArrayList<>();
        if (!facts.mesh().mode().permissive()) {
            facts.policies().targets().stream()
                    .filter(target -> target.isValid(facts.dialect())
                            && target.httpRules().isEmpty())
                    .forEach(target -> check(facts, target, working, findings));
        }
        return findings;
    }

    private void check(Facts facts, TrafficTarget target, Set<Access> working, List<Finding> findings) {
        ObjectName destination = target.destination().orElseThrow().account();
        for (ServedPort port : facts.mesh().served(destination)) {
            boolean useless = port.isHttp()
                    && isMeant(facts, target, port)
                    && target.sources().stream()
                            .map(AccountRef::account)
                            .noneMatch(source -> working.contains(new Access(source, destination, port.targetPort())));
            if (useless) {
                findings.add(Finding.of(
                        this,
                        Severity.ERROR,
                        target.object(),
                        target.object().location(),
                        "opens port " + port.targetPort() + " by TCPRoute only, and the mesh takes it for "
                                + port.protocol().orElseThrow(),
                        "every request gets 404, because no route matches",
                        "add a rule of kind HTTPRouteGroup, or mark port "
                                + port.port().number() + " of Service "
                                + port.service().name() + " with appProtocol: tcp"));
            }
        }
    }

    /** Whether the target is there for a port: it names it, or opens every port, and none of them is raw. */
    private static boolean isMeant(Facts facts, TrafficTarget target, ServedPort port) {
        if (!facts.policies().opens(target, port.targetPort())) {
            return false;
        }
        boolean namesPorts = target.tcpRules().stream()
                .flatMap(rule -> facts.policies().tcpRoute(target.routeName(rule)).stream())
                .anyMatch(route -> !route.ports().isEmpty());
        return namesPorts
                || facts.mesh().served(target.destination().orElseThrow().account()).stream()
                        .noneMatch(ServedPort::isRaw);
    }
}
