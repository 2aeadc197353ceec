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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Targets with routes whose TCPRoutes leave out the HTTP port: the listener closes it first (pkg/envoy/lds/rbac.go). */
final class HttpPortNotInTcpRoute implements Rule {

    @Override
    public String id() {
        return "SMI-TCP-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (TrafficTarget target : facts.policies().targets()) {
            boolean mixed = target.isValid(facts.dialect())
                    && !target.httpRules().isEmpty()
                    && !target.tcpRules().isEmpty();
            if (mixed) {
                check(facts, target, findings);
            }
        }
        return findings;
    }

    private void check(Facts facts, TrafficTarget target, List<Finding> findings) {
        Set<Integer> http = new TreeSet<>();
        facts.mesh().served(target.destination().orElseThrow().account()).stream()
                .filter(ServedPort::isHttp)
                .forEach(port -> http.add(port.targetPort()));
        Set<Integer> opened = target.tcpRules().stream()
                .flatMap(rule -> facts.policies().tcpRoute(target.routeName(rule)).stream())
                .flatMap(route -> route.ports().stream())
                .map(TcpRoute.Port::effective)
                .collect(Collectors.toSet());
        boolean cut = !http.isEmpty() && !opened.isEmpty() && http.stream().noneMatch(opened::contains);
        if (cut) {
            String ports = http.stream().map(String::valueOf).collect(Collectors.joining(", "));
            findings.add(Finding.of(
                    this,
                    Severity.ERROR,
                    target.object(),
                    target.object().location(),
                    "its TCPRoutes leave out the HTTP port " + ports,
                    "the connection is closed before a route is looked at",
                    "add " + ports + " to the ports of a TCPRoute that it names"));
        }
    }
}
