package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which findings count: first their severity, then who accepts them, then whether they are known. */
public final class Gate {

    private final GateSettings settings;

    public Gate(GateSettings settings) {
        this.settings = settings;
    }

    /**
     * Judges what was found.
     *
     * @param baseline what is known already, if there is a baseline
     * @throws InputException if an annotation is none that suppresses anything
     */
    public Judgement judge(VerifyResult result, Optional<Baseline> baseline) {
        List<Suppression> suppressions = new ArrayList<>(settings.suppressions());
        if (settings.annotations()) {
            suppressions.addAll(new AnnotatedSuppressions(settings.ids())
                    .read(result.facts().application()));
        }
        Map<String, BaselineEntry> known = baseline.orElse(Baseline.EMPTY).byFingerprint();
        List<String> fingerprints = Fingerprints.of(result.findings());
        List<Judged> judged = new ArrayList<>();
        List<Finding> off = new ArrayList<>();
        for (int i = 0; i < fingerprints.size(); i++) {
            Finding found = result.findings().get(i);
            String fingerprint = fingerprints.get(i);
            severity(found)
                    .ifPresentOrElse(
                            severity -> judged.add(judged(
                                    found.withSeverity(severity), fingerprint, suppressions, known.get(fingerprint))),
                            () -> off.add(found));
        }
        judged.sort(Comparator.comparing(Judged::finding, Finding.ORDER));
        return new Judgement(
                result,
                judged,
                off,
                suppressions.stream().map(each -> use(each, judged)).toList(),
                baseline.map(each -> each.without(new HashSet<>(fingerprints))),
                settings.failOn());
    }

    private Optional<Severity> severity(Finding finding) {
        Optional<Severity> severity = Optional.of(finding.severity());
        for (SeverityRule rule : settings.severities()) {
            if (rule.matches(finding)) {
                severity = rule.severity();
            }
        }
        return severity;
    }

    /** @param known its entry in the baseline, or null; one that has become worse since is not what was accepted */
    private Judged judged(Finding finding, String fingerprint, List<Suppression> suppressions, BaselineEntry known) {
        Optional<Suppression> accepted = suppressions.stream()
                .filter(each -> !each.isExpired(settings.today()) && each.matches(finding))
                .findFirst();
        if (accepted.isPresent()) {
            return new Judged(finding, fingerprint, Standing.SUPPRESSED, accepted);
        }
        boolean isKnown = known != null && finding.severity().compareTo(known.severity()) >= 0;
        return new Judged(finding, fingerprint, isKnown ? Standing.KNOWN : Standing.OPEN, Optional.empty());
    }

    private SuppressionUse use(Suppression suppression, List<Judged> judged) {
        long matches = judged.stream()
                .filter(each -> suppression.matches(each.finding()))
                .count();
        return new SuppressionUse(suppression, suppression.isExpired(settings.today()), matches);
    }
}
