package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ContainerPort;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Ports of nodes that lead to pods with a sidecar, which accepts only sidecars (pkg/injector/iptables.go). */
final class HostPort implements Rule {

    @Override
    public String id() {
        return "SMI-POD-11";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            for (Fields container : workload.podSpec().mappings("containers")) {
                for (Fields port : container.mappings("ports")) {
                    OptionalInt number = port.integer("containerPort", 1, ContainerPort.LARGEST);
                    boolean tcp = port.text("protocol").orElse("TCP").equals("TCP");
                    if (port.value("hostPort").isPresent()
                            && tcp
                            && number.isPresent()
                            && !IngressToPod.opens(facts, workload, number.getAsInt())) {
                        findings.add(finding(facts, workload, port, number.getAsInt()));
                    }
                }
            }
        }
        return findings;
    }

    private Finding finding(Facts facts, Workload workload, Fields port, int number) {
        return Finding.of(
                this,
                Severity.WARNING,
                workload.object(),
                port.location("hostPort"),
                "port " + number + " of its pods is a port of their nodes as well",
                "what arrives there does not come from a sidecar: the pod's own one refuses it, in permissive mode too",
                "let it in with an IngressBackend for port " + number
                        + " of the pods, or annotate the pod template with "
                        + facts.dialect().key("inbound-port-exclusion-list") + ": \"" + number + "\"");
    }
}
