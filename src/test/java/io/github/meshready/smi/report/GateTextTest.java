package io.github.meshready.smi.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.FailOn;
import io.github.meshready.smi.verify.gate.Gate;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.gate.SeverityRule;
import io.github.meshready.smi.verify.gate.Suppression;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTextTest {

    private static final Optional<LocalDate> NEVER = Optional.empty();

    @Test
    void saysNothingWhereNothingIsHidden() {
        GateText text = new GateText(judge(List.of(), Optional.empty(), finding("A", "x")));
        assertThat(text.lines()).isEmpty();
        assertThat(text.warnings()).isEmpty();
    }

    @Test
    void countsAndNamesWhatDoesNotCount() {
        Baseline known = Baseline.of(judge(List.of(), Optional.empty(), finding("K", "x"), finding("F", "gone")));
        Judgement judgement = judge(
                List.of(
                        suppression("A", "x", "fine\u001b", Optional.of(LocalDate.of(2027, 1, 31))),
                        suppression("B", "*", "was fine", Optional.of(LocalDate.of(2026, 11, 22))),
                        suppression("C", "*", "was fine", Optional.of(LocalDate.of(2025, 12, 31))),
                        suppression("D", "x?", "unused", NEVER)),
                Optional.of(known),
                finding("A", "x"),
                finding("B", "x"),
                finding("B", "y"),
                finding("K", "x"),
                finding("OFF", "x"));
        GateText text = new GateText(judgement);
        assertThat(text.lines())
                .containsExactly(
                        "Switched off by <severities>: 1 finding of OFF",
                        "Suppressed: 1 finding",
                        "  A  error  k8s/a.yaml:1:1  x: wrong (until 2027-01-31: fine\\u001b)",
                        "Known by the baseline: 1 finding, in mesh.json",
                        "Fixed since the baseline: 1 finding",
                        "  F  gone: wrong");
        assertThat(text.warnings())
                .containsExactly(
                        "The suppression of B on * (pom) ended on 2026-11-22 and no longer suppresses 2 findings",
                        "The suppression of C on * (pom) ended on 2025-12-31 and matches no finding: remove it",
                        "The suppression of D on x? (pom) matches no finding: remove it, before it hides a new one");
    }

    @Test
    void listsNoMoreThanAnybodyReads() {
        Finding[] many =
                IntStream.range(0, 23).mapToObj(i -> finding("A", "o" + i)).toArray(Finding[]::new);
        List<String> lines =
                new GateText(judge(List.of(suppression("A", "*", "all", NEVER)), Optional.empty(), many)).lines();
        assertThat(lines).hasSize(22).first().isEqualTo("Suppressed: 23 findings");
        assertThat(lines).last().isEqualTo("  and 3 more, in mesh.json");
    }

    private static Judgement judge(List<Suppression> suppressions, Optional<Baseline> baseline, Finding... findings) {
        SeverityRule off = new SeverityRule(new Wildcard("OFF"), Wildcard.ANY, Optional.empty());
        GateSettings settings = new GateSettings(
                new RuleIds(List.of()), List.of(off), suppressions, false, LocalDate.of(2026, 11, 23), FailOn.ERROR);
        return new Gate(settings).judge(new VerifyResult(null, List.of(findings)), baseline);
    }

    private static Suppression suppression(String rule, String object, String reason, Optional<LocalDate> until) {
        return new Suppression(new Wildcard(rule), new Wildcard(object), reason, until, Optional.empty());
    }

    private static Finding finding(String rule, String object) {
        Location place = new Location("k8s/a.yaml", 1, 1);
        return new Finding(rule, Severity.ERROR, Optional.of(place), object, "wrong", "c", "f", List.of());
    }
}
