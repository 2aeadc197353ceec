package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Probe;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Probes that the mesh does not rewrite, so that they end at the sidecar (pkg/injector/health_probes.go; osm#4428). */
final class UnaskableProbe implements Rule {

    @Override
    public String id() {
        return "SMI-PROBE-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (facts.dialect().product() != Dialect.Product.OSM) {
            return List.of(); // what the fork does is not known
        }
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            workload.pod().containers().stream()
                    .filter(container -> !container.init())
                    .flatMap(container -> container.probes().stream())
                    .filter(probe -> probe.occasion().isProbe() && isLeftAlone(probe, facts.dialect()))
                    .filter(probe -> !IngressToPod.opens(facts, workload, probe.port()))
                    .forEach(probe -> findings.add(finding(facts.dialect(), workload, probe)));
        }
        return findings;
    }

    private static boolean isLeftAlone(Probe probe, Dialect dialect) {
        return probe.form() == Probe.Form.GRPC || probe.form() == Probe.Form.TCP && !dialect.rewritesConnectionProbes();
    }

    private Finding finding(Dialect dialect, Workload workload, Probe probe) {
        return Finding.of(
                this,
                Severity.ERROR,
                workload.object(),
                probe.location(),
                "its " + probe.occasion() + " is of type " + probe.form() + ", which " + dialect + " does not rewrite",
                "the kubelet asks without the mesh and is refused by the sidecar: the pod is never ready, or is restarted"
                        + " for ever",
                "use httpGet or exec; or keep the port from the sidecar, for everybody, with the annotation "
                        + dialect.key("inbound-port-exclusion-list"));
    }
}
