package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.gate.SeverityRule;
import io.github.meshready.smi.verify.gate.Suppression;
import io.github.meshready.smi.verify.rule.Rules;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pom may say of findings, and what it may not. */
class GateParametersTest {

    private static final RuleIds IDS = new RuleIds(Rules.all());

    @Test
    void takesWhatIsGiven() throws ReflectiveOperationException {
        assertThat(severity(" SMI-ID-* ", null, " off ").toRule(IDS))
                .isEqualTo(new SeverityRule(new Wildcard("SMI-ID-*"), Wildcard.ANY, Optional.empty()));
        assertThat(severity("SMI-ID-01", "Deployment\n  shop/*", "info").toRule(IDS))
                .isEqualTo(new SeverityRule(
                        new Wildcard("SMI-ID-01"), new Wildcard("Deployment shop/*"), Optional.of(Severity.INFO)));
        assertThat(suppression("SMI-ID-01", "x", " a\n b ", "2027-06-30").toSuppression(IDS))
                .isEqualTo(new Suppression(
                        new Wildcard("SMI-ID-01"),
                        new Wildcard("x"),
                        "a b",
                        Optional.of(LocalDate.of(2027, 6, 30)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "SMI-TT-5 | null | error | there is no rule \"SMI-TT-5\" | fix: write SMI-TT-05 if that is meant",
                "SMI-IDS-* | null | error | there is no rule | fix: write SMI-ID-* if",
                "null | null | error | an entry has no <rule> | fix: add one",
                "SMI-TT-05 | null | null | a <severity> has no <level> | fix: add one: off, info, warning or error",
                "SMI-TT-05 | null | fatal | the <level> \"fatal\" is none | fix: use off, info",
                "SMI-TT-05 | '' | error | an <object> is empty | fix: leave it out"
            })
    void refusesSeveritiesThatWouldDoNothing(String rule, String object, String level, String message, String fix)
            throws ReflectiveOperationException {
        SeverityParameter parameter = severity(rule, object, level);
        assertThatThrownBy(() -> parameter.toRule(IDS))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("parameter <severities>: " + message)
                .hasMessageContaining(fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "SMI-ID-01 | null | null | the <suppression> of SMI-ID-01 has no <reason> | fix: say in a few words",
                "SMI-ID-01 | ' ' | null | has no <reason> | fix: say in a few words",
                "SMI-ID-99 | why | null | there is no rule \"SMI-ID-99\" | fix: write SMI-",
                "SMI-ID-01 | why | 30.6.2027 | the <until> \"30.6.2027\" is no date | fix: write it as 2027-06-30",
                "SMI-ID-01 | why | 2027-02-30 | is no date | fix: write it as"
            })
    void refusesSuppressionsThatSayTooLittle(String rule, String reason, String until, String message, String fix)
            throws ReflectiveOperationException {
        SuppressionParameter parameter = suppression(rule, null, reason, until);
        assertThatThrownBy(() -> parameter.toSuppression(IDS))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(fix);
    }

    @Test
    void knowsTheFormsOfReports() {
        assertThat(ReportKind.of(null)).isEmpty();
        assertThat(ReportKind.of(Arrays.asList("sarif ", " github", null, "sarif", "")))
                .containsExactly(ReportKind.SARIF, ReportKind.GITHUB);
        assertThatThrownBy(() -> ReportKind.of(List.of("SARIF")))
                .hasMessageContaining("parameter <reports>: \"SARIF\" is no form of report")
                .hasMessageContaining("fix: use some of: sarif, junit, github, azure");
    }

    private static SeverityParameter severity(String rule, String object, String level)
            throws ReflectiveOperationException {
        return fill(fill(fill(new SeverityParameter(), "rule", rule), "object", object), "level", level);
    }

    private static SuppressionParameter suppression(String rule, String object, String reason, String until)
            throws ReflectiveOperationException {
        SuppressionParameter parameter = fill(fill(new SuppressionParameter(), "rule", rule), "object", object);
        return fill(fill(parameter, "reason", reason), "until", until);
    }

    /** As Maven does. */
    private static <T> T fill(T parameter, String name, Object value) throws ReflectiveOperationException {
        Field field = parameter.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(parameter, value);
        return parameter;
    }
}
