package io.github.meshready.smi.verify.gate;

import java.time.LocalDate;
import java.util.List;

/**
 * What the build's configuration says of findings.
 *
 * @param ids the ids of all rules
 * @param severities how bad findings are; the last one that matches counts
 * @param suppressions what is accepted
 * @param annotations whether suppressions that objects carry count
 * @param today the day of the build, which expiries are compared with
 * @param failOn what fails the build
 */
public record GateSettings(
        RuleIds ids,
        List<SeverityRule> severities,
        List<Suppression> suppressions,
        boolean annotations,
        LocalDate today,
        FailOn failOn) {

    /** Nothing is said. */
    static final GateSettings NONE =
            new GateSettings(new RuleIds(List.of()), List.of(), List.of(), false, LocalDate.EPOCH, FailOn.ERROR);

    /** The same without suppressions that objects carry. */
    public GateSettings withoutAnnotations() {
        return new GateSettings(ids, severities, suppressions, false, today, failOn);
    }

    public GateSettings {
        severities = List.copyOf(severities);
        suppressions = List.copyOf(suppressions);
    }
}
