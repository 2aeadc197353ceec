package io.github.meshready.smi.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.FailOn;
import io.github.meshready.smi.verify.gate.Gate;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.RuleIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenFindingsTest {

    @Test
    void showTheFirstOnesOfEachRule() {
        Stream<Finding> many = Stream.concat(findings("B", Severity.WARNING, 22), findings("A", Severity.WARNING, 21));
        OpenFindings open = open(FailOn.ERROR, many);
        assertThat(open.errors()).isEmpty();
        assertThat(open.warnings())
                .hasSize(42)
                .endsWith("A: 1 more finding, in mesh.json", "B: 2 more findings, in mesh.json");
        assertThat(open.warnings().get(0)).startsWith("A  warning  k8s/a.yaml:1:1  o0");
    }

    @Test
    void keepMoreOfWhatFailsTheBuild() {
        assertThat(open(FailOn.ERROR, findings("A", Severity.ERROR, 100)).errors())
                .hasSize(100);
        assertThat(open(FailOn.ERROR, findings("A", Severity.ERROR, 103)).errors())
                .hasSize(101)
                .last()
                .isEqualTo("A: 3 more findings, in mesh.json");
        OpenFindings strict = open(FailOn.WARNING, findings("A", Severity.WARNING, 50));
        assertThat(strict.errors()).hasSize(50);
        assertThat(strict.warnings()).isEmpty();
    }

    @Test
    void areNoNotes() {
        OpenFindings open = open(FailOn.ERROR, findings("A", Severity.INFO, 3));
        assertThat(open.errors()).isEmpty();
        assertThat(open.warnings()).isEmpty();
    }

    private static OpenFindings open(FailOn failOn, Stream<Finding> findings) {
        GateSettings settings = new GateSettings(
                new RuleIds(List.of()), List.of(), List.of(), false, LocalDate.of(2026, 11, 23), failOn);
        return new OpenFindings(new Gate(settings).judge(new VerifyResult(null, findings.toList()), Optional.empty()));
    }

    private static Stream<Finding> findings(String rule, Severity severity, int number) {
        Location place = new Location("k8s/a.yaml", 1, 1);
        return IntStream.range(0, number)
                .mapToObj(i -> new Finding(rule, severity, Optional.of(place), "o" + i, "wrong", "c", "f", List.of()));
    }
}
