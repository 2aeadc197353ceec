package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Probe;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Containers and volumes with the names of those that the mesh adds to pods (pkg/constants/constants.go; pkg/injector/patch.go). */
final class ReservedName implements Rule {

    private static final Set<String> CONTAINERS = Set.of("envoy", "osm-init");

    /** Added only to pods with a probe that opens a connection. */
    private static final String HEALTHCHECK = "osm-healthcheck";

    private static final String VOLUME = "envoy-bootstrap-config-volume";

    @Override
    public String id() {
        return "SMI-INJ-08";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // the fork has names of its own
        }
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            Fields spec = workload.podSpec();
            Stream.of("initContainers", "containers")
                    .flatMap(list -> spec.mappings(list).stream())
                    .filter(container -> container
                            .text("name")
                            .filter(name -> isReserved(facts, workload, name))
                            .isPresent())
                    .forEach(container -> findings.add(finding(
                            workload,
                            container,
                            "container " + container.text("name").orElseThrow(),
                            "Kubernetes rejects a pod with two containers of one name")));
            spec.mappings("volumes").stream()
                    .filter(volume -> volume.text("name").filter(VOLUME::equals).isPresent())
                    .forEach(volume -> findings.add(finding(
                            workload,
                            volume,
                            "volume " + VOLUME,
                            "the mesh takes the pod for one that has a sidecar already, and gives it none")));
        }
        return findings;
    }

    private static boolean isReserved(Facts facts, Workload workload, String name) {
        boolean connects = facts.dialect().rewritesConnectionProbes()
                && workload.pod().containers().stream()
                        .flatMap(container -> container.probes().stream())
                        .anyMatch(probe -> probe.form() == Probe.Form.TCP);
        return CONTAINERS.contains(name) || connects && name.equals(HEALTHCHECK);
    }

    private Finding finding(Workload workload, Fields named, String what, String consequence) {
        return Finding.of(
                this,
                Severity.ERROR,
                workload.object(),
                named.location("name"),
                "its pods have a " + what + ", as the mesh calls one of its own",
                consequence,
                "give it another name");
    }
}
