package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.Evidence;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.Verdict;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Calls of init containers, which run before the sidecar does (pkg/injector/patch.go; osm#4654). */
final class InitContainerCall implements Rule {

    @Override
    public String id() {
        return "SMI-POD-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (CallDecision decided : facts.decisions()) {
            decided.beforeSidecar()
                    .filter(decision -> !decision.isAllowed())
                    .ifPresent(decision -> findings.add(finding(facts.dialect(), decided.call(), decision)));
        }
        return findings;
    }

    private Finding finding(Dialect dialect, Call call, Decision decision) {
        Evidence evidence = call.beforeSidecar().stream()
                .filter(InitContainerCall::isCommand)
                .findFirst()
                .orElse(call.beforeSidecar().get(0));
        // Variables are often given to all containers alike; what stands in a command line is done.
        boolean sure =
                (isCommand(evidence) || call.isOnlyBeforeSidecar()) && decision.verdict() != Verdict.UNDETERMINED;
        return Finding.of(
                this,
                sure ? Severity.ERROR : Severity.WARNING,
                call.source().object(),
                evidence.location().orElse(call.source().object().location()),
                "its init container " + evidence.container() + " calls "
                        + call.service().name() + ":" + call.port().number() + " (" + evidence.described() + ")",
                "init containers run before the sidecar, and " + decision.reason(),
                "let the application itself wait and try again; a port that has to be reached like this can be kept"
                        + " from the called pods' sidecars, for everybody, with the annotation"
                        + " " + dialect.key("inbound-port-exclusion-list"));
    }

    private static boolean isCommand(Evidence evidence) {
        return evidence.place() == Evidence.Place.ARGUMENT;
    }
}
