package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Named target ports that are not the same on all pods behind a Service (pkg/k8s/client.go GetTargetPortFromEndpoints). */
final class AmbiguousTargetPort implements Rule {

    @Override
    public String id() {
        return "SMI-SVC-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (MeshedServices.contains(facts, service)) {
                service.tcpPorts().stream()
                        .filter(port -> !port.target().name().isEmpty())
                        .forEach(port -> check(facts, service, port, findings));
            }
        }
        return findings;
    }

    private void check(Facts facts, Service service, ServicePort port, List<Finding> findings) {
        Map<String, String> numbers = new TreeMap<>();
        for (Workload workload : facts.application().selectedBy(service)) {
            OptionalInt number = port.target().on(workload.pod());
            numbers.put(workload.name(), number.isPresent() ? Integer.toString(number.getAsInt()) : "none");
        }
        boolean missing = numbers.containsValue("none");
        if (!missing && numbers.values().stream().distinct().count() < 2) {
            return;
        }
        String found = numbers.entrySet().stream()
                .map(entry -> entry.getValue() + " at " + entry.getKey())
                .collect(Collectors.joining(", "));
        findings.add(Finding.of(
                this,
                Severity.WARNING,
                service.object(),
                service.location(port, "targetPort"),
                "targetPort " + Printable.text(port.target().name()) + " is " + found,
                missing
                        ? "Kubernetes leaves pods without that port out of the Service"
                        : "the mesh takes the number of one of them: calls to the others fail",
                "name the port alike in all pods, with one number, or give targetPort by number"));
    }
}
