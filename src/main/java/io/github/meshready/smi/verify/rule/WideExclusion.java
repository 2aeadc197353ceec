package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists of what passes the sidecar by that hold too much, or what it never sees (pkg/injector/iptables.go; osm#4378). */
final class WideExclusion implements Rule {

    /** As many as one rule of iptables takes (multiport). */
    private static final int MOST = 15;

    private record Fault(String message, String consequence) {}

    @Override
    public String id() {
        return "SMI-INJ-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Optional<MeshConfig> config = facts.mesh().mode().config();
        for (Workload workload : facts.meshed()) {
            for (ExclusionList list : ExclusionList.of(workload, facts.dialect())) {
                Set<String> everywhere = config
                        .filter(found -> list.ofPorts())
                        .map(found ->
                                list.annotation().contains("outbound") ? found.outboundPorts() : found.inboundPorts())
                        .orElse(Set.of())
                        .stream()
                        .map(String::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
                everywhere.addAll(list.items());
                fault(list, everywhere.size()).ifPresent(fault -> findings.add(finding(workload, list, fault)));
            }
        }
        return findings;
    }

    private static Optional<Fault> fault(ExclusionList list, int ports) {
        if (list.ofPorts()) {
            return ports > MOST
                    ? Optional.of(new Fault(
                            "comes to " + ports + " ports with those of the MeshConfig",
                            "one rule of the firewall takes " + MOST + ": its pods do not start"))
                    : Optional.empty();
        }
        return list.items().stream()
                .filter(ExclusionList::isSixRange)
                .findFirst()
                .map(item -> new Fault(
                        "holds " + Printable.text(item), "the mesh handles IPv4 only, and its pods do not start"))
                .or(() -> list.items().stream()
                        .filter(item -> list.excludesRanges() && item.endsWith("/0"))
                        .findFirst()
                        .map(item -> new Fault(
                                "holds " + Printable.text(item),
                                "every call of its pods passes the mesh by, and meshed pods refuse them")));
    }

    private Finding finding(Workload workload, ExclusionList list, Fault fault) {
        return Finding.of(
                this,
                Severity.WARNING,
                workload.object(),
                workload.annotationLocation(list.annotation()),
                "annotation " + list.annotation() + " " + fault.message(),
                fault.consequence(),
                "list only what has to pass the mesh by");
    }
}
