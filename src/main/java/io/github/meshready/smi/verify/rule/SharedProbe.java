package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Probe;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Probes of one type in several containers, of which the mesh keeps the last (pkg/injector/health_probes.go; osm#3773). */
final class SharedProbe implements Rule {

    @Override
    public String id() {
        return "SMI-PROBE-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (facts.dialect().product() != Dialect.Product.OSM) {
            return List.of(); // what the fork does is not known
        }
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            for (Probe.Occasion occasion : Probe.Occasion.values()) {
                if (occasion.isProbe()) {
                    check(workload, occasion, findings);
                }
            }
        }
        return findings;
    }

    private void check(Workload workload, Probe.Occasion occasion, List<Finding> findings) {
        Probe last = null;
        String lastContainer = "";
        for (int i = workload.pod().containers().size() - 1; i >= 0; i--) {
            Container container = workload.pod().containers().get(i);
            if (container.init()) {
                continue;
            }
            for (Probe probe : container.probes()) {
                if (probe.occasion() != occasion || probe.form() != Probe.Form.HTTP) {
                    continue;
                }
                if (last == null) {
                    last = probe;
                    lastContainer = container.name();
                } else if (!isSame(workload, probe, last)) {
                    findings.add(finding(workload, container.name(), lastContainer, probe));
                }
            }
        }
    }

    private static boolean isSame(Workload workload, Probe one, Probe other) {
        return one.port().on(workload.pod()).equals(other.port().on(workload.pod()))
                && one.path().equals(other.path())
                && one.encrypted() == other.encrypted();
    }

    private Finding finding(Workload workload, String container, String last, Probe probe) {
        return Finding.of(
                this,
                Severity.ERROR,
                workload.object(),
                probe.location(),
                "container " + Printable.text(container) + " has a " + probe.occasion()
                        + " over HTTP, and so has container " + Printable.text(last),
                "the mesh keeps one " + probe.occasion() + " for the pod: both are answered by container "
                        + Printable.text(last) + ", or fail",
                "keep one of them, or turn the others into exec probes, which the mesh leaves alone");
    }
}
