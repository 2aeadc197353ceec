package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** TrafficTargets with routes for pods that serve no http to the mesh (pkg/envoy/lds/inmesh.go). */
final class RoutesToRawPorts implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-12";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (TrafficTarget target : facts.policies().targets()) {
            if (target.isValid(facts.dialect()) && !target.httpRules().isEmpty()) {
                List<ServedPort> served =
                        facts.mesh().served(target.destination().orElseThrow().account());
                if (!served.isEmpty() && served.stream().noneMatch(ServedPort::isHttp)) {
                    findings.add(finding(target, served));
                }
            }
        }
        return findings;
    }

    private Finding finding(TrafficTarget target, List<ServedPort> served) {
        String ports = served.stream()
                .map(port ->
                        port.port().number() + " of Service " + port.service().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return Finding.of(
                this,
                Severity.WARNING,
                target.object(),
                target.httpRules().get(0).location(),
                "it has routes for requests, and its destination serves no http: port " + ports,
                "requests are not looked at there: what opens the port is the target alone",
                "name a TCPRoute with the ports; if it is http, correct the appProtocol of the port");
    }
}
