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
import java.util.Set;

/** Ports and the user that belong to the sidecar (pkg/constants/constants.go; docs, guides/app_onboarding/prereqs.md). */
final class ReservedPort implements Rule {

    private static final Set<Integer> ALWAYS = Set.of(15000, 15001, 15003, 15010);
    private static final Set<Integer> FOR_PROBES = Set.of(15901, 15902, 15903, 15904);
    private static final String CONTEXT = "securityContext";
    private static final String USER = "runAsUser";
    private static final int SIDECAR = 1500;

    @Override
    public String id() {
        return "SMI-INJ-09";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            Fields spec = workload.podSpec();
            checkUser(workload, spec, findings);
            for (Fields container : spec.mappings("containers")) {
                checkUser(workload, container, findings);
                container.mappings("ports").forEach(port -> checkPort(workload, port, findings));
            }
        }
        return findings;
    }

    private void checkPort(Workload workload, Fields port, List<Finding> findings) {
        int number = port.integer("containerPort", 1, ContainerPort.LARGEST).orElse(0);
        boolean tcp = port.text("protocol").orElse("TCP").equals("TCP");
        if (tcp && (ALWAYS.contains(number) || FOR_PROBES.contains(number))) {
            findings.add(Finding.of(
                    this,
                    ALWAYS.contains(number) ? Severity.ERROR : Severity.WARNING,
                    workload.object(),
                    port.location("containerPort"),
                    "its pods listen on port " + number + ", as their sidecar does",
                    ALWAYS.contains(number)
                            ? "one of them does not start"
                            : "one of them does not start, if the pods have probes",
                    "use another port"));
        }
    }

    private void checkUser(Workload workload, Fields holder, List<Finding> findings) {
        holder.mapping(CONTEXT)
                .filter(context -> context.text(USER)
                        .filter(Integer.toString(SIDECAR)::equals)
                        .isPresent())
                .ifPresent(context -> findings.add(Finding.of(
                        this,
                        Severity.ERROR,
                        workload.object(),
                        context.location(USER),
                        "its containers run as user " + SIDECAR + ", as their sidecar does",
                        "what that user sends passes the mesh by: calls have no identity, and meshed pods refuse them",
                        "use another number")));
    }
}
