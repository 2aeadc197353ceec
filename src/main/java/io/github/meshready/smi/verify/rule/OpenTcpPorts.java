package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** TrafficTargets without a TCPRoute, which open every raw TCP port of their destination (pkg/envoy/lds/rbac.go). */
final class OpenTcpPorts implements Rule {

    @Override
    public String id() {
        return "SMI-TT-10";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .filter(TrafficTarget::isValid)
                .filter(target -> target.tcpRules().isEmpty())
                .filter(target -> !rawPorts(facts, target).isEmpty())
                .map(target -> finding(facts, target))
                .toList();
    }

    private static String rawPorts(Facts facts, TrafficTarget target) {
        return ports(facts, target, true);
    }

    private static String ports(Facts facts, TrafficTarget target, boolean raw) {
        return facts.mesh().served(destination(target).account()).stream()
                .filter(port -> raw ? port.isRaw() : port.isHttp())
                .map(ServedPort::targetPort)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static AccountRef destination(TrafficTarget target) {
        return target.destination().orElseThrow();
    }

    private Finding finding(Facts facts, TrafficTarget target) {
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                target.object().location(),
                "has no TCPRoute, and " + destination(target).account() + " also serves raw TCP on "
                        + rawPorts(facts, target),
                "its sources may open these ports as well",
                "add a rule of kind TCPRoute with the ports [" + ports(facts, target, false) + "]");
    }
}
