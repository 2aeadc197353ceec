package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pods that must not run as root, without saying as whom they run (docs, guides/app_onboarding/prereqs.md). */
final class RootlessPod implements Rule {

    private static final String CONTEXT = "securityContext";
    private static final String USER = "runAsUser";

    @Override
    public String id() {
        return "SMI-POD-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork's proxy does is not known
        }
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            workload.podSpec()
                    .mapping(CONTEXT)
                    .filter(context -> context.bool("runAsNonRoot").orElse(false))
                    .filter(context -> context.value(USER).isEmpty() && !allSayWho(workload.podSpec()))
                    .ifPresent(context -> findings.add(Finding.of(
                            this,
                            Severity.WARNING,
                            workload.object(),
                            context.location("runAsNonRoot"),
                            "its pods must not run as root, and not all of its containers say as whom they run",
                            "the containers that the mesh adds may be refused: the pod does not start",
                            "add runAsUser to the pod's securityContext, or to that of each container")));
        }
        return findings;
    }

    private static boolean allSayWho(Fields spec) {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> spec.mappings(list).stream())
                .allMatch(container -> container
                        .mapping(CONTEXT)
                        .filter(context -> context.value(USER).isPresent())
                        .isPresent());
    }
}
