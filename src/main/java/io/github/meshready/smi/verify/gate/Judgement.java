package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;
import java.util.List;
import java.util.Optional;

/**
 * What counts of that which was found. Every output is made from this one list.
 *
 * @param result what was looked at and found
 * @param findings all of it but what is switched off, worst first
 * @param off what the build's severities switch off
 * @param suppressions what became of each suppression
 * @param fixed what the baseline knows and is no longer found; empty without a baseline
 * @param failOn what fails the build
 */
public record Judgement(
        VerifyResult result,
        List<Judged> findings,
        List<Finding> off,
        List<SuppressionUse> suppressions,
        Optional<List<BaselineEntry>> fixed,
        FailOn failOn) {

    public Judgement {
        findings = List.copyOf(findings);
        off = List.copyOf(off);
        suppressions = List.copyOf(suppressions);
        fixed = fixed.map(List::copyOf);
    }

    /** Everything counts. */
    public static Judgement of(VerifyResult result) {
        return new Gate(GateSettings.NONE).judge(result, Optional.empty());
    }

    /** The findings of one standing, worst first. */
    public List<Finding> findings(Standing standing) {
        return findings.stream()
                .filter(judged -> judged.standing() == standing)
                .map(Judged::finding)
                .toList();
    }

    public List<Finding> open() {
        return findings(Standing.OPEN);
    }

    /** How many findings of a severity count. */
    public long count(Severity severity) {
        return open().stream().filter(finding -> finding.severity() == severity).count();
    }

    /** Whether a finding fails the build. */
    public boolean fails(Judged judged) {
        return judged.standing() == Standing.OPEN
                && failOn.isReachedBy(judged.finding().severity());
    }

    /** Whether any finding fails the build. */
    public boolean fails() {
        return findings.stream().anyMatch(this::fails);
    }
}
