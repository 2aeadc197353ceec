package io.github.meshready.smi.verify.gate;

import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.namespace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.rule.Rules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final RuleIds IDS = new RuleIds(Rules.all());

    private static final Finding WEB = finding("SMI-ID-01", Severity.ERROR, "Deployment shop/web", 10);
    private static final Finding API = finding("SMI-ID-01", Severity.ERROR, "Deployment shop/api", 20);
    private static final Finding ROUTE = finding("SMI-TT-05", Severity.WARNING, "TrafficTarget shop/t", 30);

    private static Finding finding(String rule, Severity severity, String object, int line) {
        Location place = new Location("k8s/app.yaml", line, 5);
        return new Finding(rule, severity, Optional.of(place), object, "is wrong", "breaks", "mend it", List.of());
    }

    @Test
    void countsEverythingWhereNothingIsSaid() {
        Judgement judgement = judge(List.of(), List.of(), null, WEB, ROUTE);
        assertThat(standings(judgement))
                .containsExactly(
                        "SMI-ID-01 error open Deployment shop/web", "SMI-TT-05 warning open TrafficTarget shop/t");
        assertThat(judgement.fails()).isTrue();
        assertThat(judgement.fixed()).as("there is no baseline").isEmpty();
    }

    @Test
    void takesTheLastSeverityThatMatchesRuleAndObject() {
        Judgement judgement = judge(
                List.of(
                        severity("SMI-*", "*", Severity.INFO),
                        severity("SMI-ID-0?", "* shop/web", Severity.WARNING),
                        severity("SMI-TT-05", "*", null)),
                List.of(),
                null,
                WEB,
                API,
                ROUTE);
        assertThat(standings(judgement))
                .as("worst first, as they are now")
                .containsExactly(
                        "SMI-ID-01 warning open Deployment shop/web", "SMI-ID-01 info open Deployment shop/api");
        assertThat(judgement.off()).containsExactly(ROUTE);
        assertThat(judgement.fails()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, suppressed", // still to come
        "2026-11-23, suppressed", // the last day
        "2026-11-22, open" // over
    })
    void suppressesUpToTheLastDay(LocalDate until, String standing) {
        Judgement judgement = judge(List.of(), List.of(suppression("SMI-ID-*", "Deployment shop/*", until)), null, WEB);
        assertThat(standings(judgement)).containsExactly("SMI-ID-01 error " + standing + " Deployment shop/web");
        assertThat(judgement.suppressions()).singleElement().satisfies(use -> {
            assertThat(use.expired()).isEqualTo(standing.equals("open"));
            assertThat(use.matches()).isEqualTo(1);
        });
        assertThat(judgement.fails()).isEqualTo(standing.equals("open"));
    }

    @Test
    void knowsWhichSuppressionsDoNothing() {
        Judgement judgement = judge(
                List.of(severity("SMI-TT-05", "*", null)),
                List.of(
                        suppression("SMI-ID-01", "*", null),
                        suppression("SMI-ID-01", "Deployment shop/web", null),
                        suppression("SMI-ID-01", "Deployment other/*", null),
                        suppression("SMI-TT-05", "*", null)),
                null,
                WEB,
                ROUTE);
        assertThat(judgement.suppressions().stream().map(SuppressionUse::isUnused))
                .as("one that repeats another is of use; one of what is switched off is not")
                .containsExactly(false, false, true, true);
    }

    @Test
    void anAnnotationStandsForItsOwnObjectAlone() {
        Suppression odd = new Suppression(
                new Wildcard("SMI-ID-01"),
                new Wildcard("* shop/*"),
                "r",
                Optional.empty(),
                Optional.of(new Location("k8s/app.yaml", 1, 1)));
        assertThat(judge(List.of(), List.of(odd), null, WEB).fails()).isTrue();
    }

    @Test
    void letsPassWhatTheBaselineKnowsWhereverItStands() {
        Baseline baseline = Baseline.of(judge(List.of(), List.of(), null, WEB, ROUTE));
        Finding moved = finding("SMI-ID-01", Severity.ERROR, "Deployment shop/web", 99);
        Judgement judgement = judge(List.of(), List.of(), baseline, moved, API);
        assertThat(standings(judgement))
                .containsExactly(
                        "SMI-ID-01 error open Deployment shop/api", "SMI-ID-01 error known Deployment shop/web");
        assertThat(judgement.fixed().orElseThrow())
                .extracting(BaselineEntry::object)
                .containsExactly("TrafficTarget shop/t");
        assertThat(judgement.count(Severity.ERROR)).isEqualTo(1);
        assertThat(Baseline.of(judgement).changesSince(baseline)).isEqualTo("2 known (1 added, 1 removed)");
    }

    @Test
    void whatHasBecomeWorseIsNotWhatWasAccepted() {
        Baseline baseline = Baseline.of(judge(List.of(), List.of(), null, ROUTE));
        assertThat(judge(List.of(severity("SMI-TT-05", "*", Severity.ERROR)), List.of(), baseline, ROUTE)
                        .fails())
                .isTrue();
        assertThat(judge(List.of(severity("SMI-TT-05", "*", Severity.INFO)), List.of(), baseline, ROUTE)
                        .findings(Standing.KNOWN))
                .hasSize(1);
    }

    @Test
    void oneMoreOfTheSameIsNew() {
        Baseline baseline = Baseline.of(judge(List.of(), List.of(), null, WEB));
        Finding again = finding("SMI-ID-01", Severity.ERROR, "Deployment shop/web", 50);
        assertThat(standings(judge(List.of(), List.of(), baseline, WEB, again)))
                .containsExactly(
                        "SMI-ID-01 error known Deployment shop/web", "SMI-ID-01 error open Deployment shop/web");
    }

    @Test
    void whatIsSuppressedOrSwitchedOffIsNotFixed() {
        Baseline baseline = Baseline.of(judge(List.of(), List.of(), null, WEB, ROUTE));
        Judgement judgement = judge(
                List.of(severity("SMI-TT-05", "*", null)),
                List.of(suppression("SMI-ID-01", "*", null)),
                baseline,
                WEB,
                ROUTE);
        assertThat(judgement.fixed().orElseThrow()).isEmpty();
        assertThat(Baseline.of(judgement).entries())
                .as("nor does a new baseline take in what is accepted elsewhere")
                .isEmpty();
    }

    @Test
    void linesInAMessageAreNoPartOfWhatAFindingIsKnownBy() {
        Finding one = new Finding(
                "R", Severity.ERROR, Optional.empty(), "o", "differs from k8s/a.yaml:3:5 there", "c", "f", List.of());
        Finding other = new Finding(
                "R", Severity.ERROR, Optional.empty(), "o", "differs from k8s/a.yaml:17:9 there", "c", "f", List.of());
        assertThat(Fingerprints.of(List.of(one))).isEqualTo(Fingerprints.of(List.of(other)));
        assertThat(Fingerprints.of(List.of(one, one)))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    void objectsSayThemselvesWhatIsAccepted() {
        Judgement judgement = annotated("SMI-ID-01: 'until 2026-12-31:  read   only'");
        assertThat(judgement.findings(Standing.SUPPRESSED))
                .extracting(Finding::object)
                .containsExactly("Deployment shop/web");
        Suppression suppression = judgement.suppressions().get(0).suppression();
        assertThat(suppression.reason()).isEqualTo("read only");
        assertThat(suppression.until()).contains(LocalDate.of(2026, 12, 31));
        assertThat(suppression.described()).isEqualTo("SMI-ID-01 on Deployment shop/web (k8s/app.yaml:11:51)");
        assertThat(annotated("SMI-ID-01: 'until 2026-01-01: x'").findings(Standing.SUPPRESSED))
                .as("over")
                .isEmpty();
    }

    @Test
    void theBuildMayIgnoreWhatObjectsSay() {
        GateSettings strict = new GateSettings(IDS, List.of(), List.of(), false, TODAY, FailOn.ERROR);
        Judgement judgement = new Gate(strict).judge(verify("SMI-ID-01: because"), Optional.empty());
        assertThat(judgement.findings(Standing.SUPPRESSED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SMI-ID-1: why | names no rule, so it suppresses nothing | ignore.smi.meshready.io/SMI-ID-01,",
                "'SMI-*': why | names no rule | write ignore.smi.meshready.io/SMI-",
                "SMI-ID-01: ' ' | gives no reason | say why",
                "SMI-ID-01: '' | gives no reason | say why",
                "SMI-ID-01: 'until 2026-12-31:' | gives no reason | say why",
                "SMI-ID-01: 'until spring: why' | no date follows | until 2027-06-30: reason",
                "SMI-ID-01: 'until 2026-12-31' | no date follows | until 2027-06-30: reason",
                "SMI-ID-01: 'until 2026-02-30: why' | no date follows | until 2027-06-30: reason",
                "SMI-ID-01: 7 | must be a text | put it in quotes"
            })
    void refusesAnnotationsThatOnlyLookAsIfTheyDidSomething(String entry, String message, String fix) {
        assertThatThrownBy(() -> annotated(entry))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("k8s/app.yaml:11:")
                .hasMessageContaining(message)
                .hasMessageContaining(fix);
    }

    private static Judgement annotated(String entry) {
        return new Gate(new GateSettings(IDS, List.of(), List.of(), true, TODAY, FailOn.ERROR))
                .judge(verify(entry), Optional.empty());
    }

    /** A Deployment without an account, with an annotation. */
    private static VerifyResult verify(String entry) {
        String key = entry.startsWith("'")
                ? "'ignore.smi.meshready.io/" + entry.substring(1)
                : "ignore.smi.meshready.io/" + entry;
        String yaml = namespace("shop")
                + "---\n"
                + deploymentAs("shop", "web", "")
                        .replace("namespace: shop}", "namespace: shop,\n annotations: {" + key + "}}");
        return new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        List.of(TestManifests.file(yaml)),
                        Settings.DEFAULT,
                        Declarations.NONE,
                        Set.of(),
                        new FileNames(Path.of(""))));
    }

    private static Judgement judge(
            List<SeverityRule> severities, List<Suppression> suppressions, Baseline baseline, Finding... findings) {
        GateSettings settings = new GateSettings(IDS, severities, suppressions, false, TODAY, FailOn.ERROR);
        return new Gate(settings).judge(new VerifyResult(null, List.of(findings)), Optional.ofNullable(baseline));
    }

    private static SeverityRule severity(String rule, String object, Severity severity) {
        return new SeverityRule(new Wildcard(rule), new Wildcard(object), Optional.ofNullable(severity));
    }

    private static Suppression suppression(String rule, String object, LocalDate until) {
        return new Suppression(
                new Wildcard(rule), new Wildcard(object), "because", Optional.ofNullable(until), Optional.empty());
    }

    private static List<String> standings(Judgement judgement) {
        return judgement.findings().stream()
                .map(judged -> judged.finding().rule() + " " + judged.finding().severity() + " " + judged.standing()
                        + " " + judged.finding().object())
                .toList();
    }
}
