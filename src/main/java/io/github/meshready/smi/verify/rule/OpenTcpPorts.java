package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** TrafficTargets without a TCPRoute, which open every raw TCP port of their destination (pkg/envoy/lds/rbac.go). */
final class OpenTcpPorts implements Rule {

    @Override
    public String id() {
        return "SMI-TT-10";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (TrafficTarget target : facts.policies().targets()) {
            if (target.isValid(facts.dialect())) {
                check(facts, target, findings);
            }
        }
        return findings;
    }

    private void check(Facts facts, TrafficTarget target, List<Finding> findings) {
        ObjectName destination = target.destination().orElseThrow().account();
        Set<Integer> http = ports(facts, destination, ServedPort::isHttp);
        Set<Integer> raw = ports(facts, destination, ServedPort::isRaw);
        Set<Integer> both = new TreeSet<>(http);
        both.retainAll(raw);
        raw.removeAll(http);
        if (target.tcpRules().isEmpty() && !raw.isEmpty()) {
            findings.add(Finding.of(
                    this,
                    Severity.ERROR,
                    target.object(),
                    target.object().location(),
                    "has no TCPRoute, and " + destination + " also serves raw TCP on " + joined(raw),
                    "its sources may open these ports as well",
                    http.isEmpty()
                            ? "add a rule of kind TCPRoute with the ports that are called"
                            : "add a rule of kind TCPRoute with the ports [" + joined(http) + "]"));
        }
        both.removeIf(port -> !facts.policies().opens(target, port));
        if (!both.isEmpty()) {
            findings.add(Finding.of(
                    this,
                    Severity.WARNING,
                    target.object(),
                    target.object().location(),
                    "opens port " + joined(both) + ", which one Service declares as HTTP and another one as raw TCP",
                    "its sources may use the raw one, where no route binds them",
                    "give the port the same protocol in both Services"));
        }
    }

    private static Set<Integer> ports(Facts facts, ObjectName destination, Predicate<ServedPort> wanted) {
        return facts.mesh().served(destination).stream()
                .filter(wanted)
                .map(ServedPort::targetPort)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String joined(Set<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
