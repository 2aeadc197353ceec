package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Injection;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods on the host's network that are meant to be in the mesh: they never get a sidecar (pkg/injector/webhook.go mustInject). */
final class HostNetworkPod implements Rule {

    @Override
    public String id() {
        return "SMI-INJ-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().sparesHostNetwork()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.application().workloads()) {
            if (workload.pod().hostNetwork()
                    && facts.mesh().membership().unwatched(workload.namespace()).isEmpty()) {
                meant(facts, workload).ifPresent(why -> findings.add(finding(workload, why)));
            }
        }
        return findings;
    }

    private static Optional<String> meant(Facts facts, Workload workload) {
        if (Injection.of(workload.pod().annotations(), facts.dialect()) == Injection.ENABLED) {
            return Optional.of("they ask for a sidecar");
        }
        boolean alone = !facts.mesh().runningAs().containsKey(workload.account());
        return facts.policies().targets().stream()
                .filter(target -> alone
                        && (target.hasSource(workload.account())
                                || target.destination()
                                        .filter(account -> account.account().equals(workload.account()))
                                        .isPresent()))
                .findFirst()
                .map(target -> "TrafficTarget " + target.object().objectName() + " names their account");
    }

    private Finding finding(Workload workload, String why) {
        return Finding.of(
                this,
                Severity.WARNING,
                workload.object(),
                workload.podSpec().location("hostNetwork"),
                "its pods use the host's network, and " + why,
                "the mesh gives them no sidecar and says nothing: they have no identity, meshed pods refuse their calls, and"
                        + " calls from sidecars to them fail",
                "do without hostNetwork, or take the workload out of the policies");
    }
}
