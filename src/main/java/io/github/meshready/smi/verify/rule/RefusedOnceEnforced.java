package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Calls that work in permissive mode only: what breaks on the day on which it is switched off. */
final class RefusedOnceEnforced implements Rule {

    @Override
    public String id() {
        return "SMI-CALL-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.mesh().mode().permissive()) {
            return List.of();
        }
        Mesh enforced = facts.mesh().enforced();
        return facts.decisions().stream()
                .filter(decided -> decided.decision().isAllowed())
                .map(decided -> CallDecision.of(decided.call(), enforced))
                .filter(decided -> !decided.decision().isAllowed())
                .map(this::finding)
                .toList();
    }

    private Finding finding(CallDecision decided) {
        return Finding.of(
                this,
                Severity.INFO,
                decided.call().source().object(),
                decided.call().location(),
                "its call " + decided.call().described() + " works in permissive mode only",
                "once that is off, it is " + decided.decision().verdict() + ": "
                        + decided.decision().reason(),
                "run smi:generate with smi.policies=always before it is switched off");
    }
}
