package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Probe;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Probes of ports that do not exist, and hooks that the sidecar refuses (pkg/injector/health_probes.go getPort). */
final class MisledProbe implements Rule {

    @Override
    public String id() {
        return "SMI-PROBE-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            for (Container container : workload.pod().containers()) {
                if (!container.init()) {
                    container.probes().forEach(probe -> check(facts, workload, container, probe, findings));
                }
            }
        }
        return findings;
    }

    private void check(Facts facts, Workload workload, Container container, Probe probe, List<Finding> findings) {
        String name = probe.port().name();
        if (!name.isEmpty()
                && container.ports().stream().noneMatch(port -> port.name().equals(name))) {
            findings.add(Finding.of(
                    this,
                    Severity.WARNING,
                    workload.object(),
                    probe.location(),
                    "its " + probe.occasion() + " asks port " + Printable.text(name) + ", and container "
                            + Printable.text(container.name()) + " has no port of that name",
                    "the mesh takes it for port 0: it always fails",
                    "give the port by number, or add a port of that name to the container"));
        } else if (probe.form() == Probe.Form.HTTP
                && !probe.occasion().isProbe()
                && !IngressToPod.opens(facts, workload, probe.port())) {
            findings.add(Finding.of(
                    this,
                    Severity.WARNING,
                    workload.object(),
                    probe.location(),
                    "its " + probe.occasion() + " hook asks over HTTP",
                    "the kubelet asks without the mesh, and the sidecar refuses that; after a postStart hook that fails,"
                            + " the container is restarted",
                    "use exec; or keep the port from the sidecar, for everybody, with the annotation "
                            + facts.dialect().key("inbound-port-exclusion-list")));
        }
    }
}
