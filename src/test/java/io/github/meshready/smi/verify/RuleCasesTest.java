package io.github.meshready.smi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.rule.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule beyond its page: what it says, how bad it is, where it points at, and where it has to keep still. */
class RuleCasesTest {

    static Stream<RuleCase> cases() {
        return Stream.of(
                        FirstRuleCases.calls(),
                        FirstRuleCases.workloads(),
                        FirstRuleCases.targets(),
                        FirstRuleCases.routeGroups(),
                        FirstRuleCases.tcpRoutes(),
                        FirstRuleCases.splits(),
                        WorkloadRuleCases.all(),
                        MeshPolicyRuleCases.all(),
                        EdgeRuleCases.all(),
                        RouteRuleCases.all())
                .flatMap(List::stream);
    }

    @Test
    void everyRuleHasACaseEachWayBeyondItsPage() {
        Set<String> ids = Rules.all().stream().map(Rule::id).collect(Collectors.toSet());
        assertThat(rulesWith(RuleCase::isSilent)).as("keep still").isEqualTo(ids);
        assertThat(rulesWith(ruleCase -> !ruleCase.isSilent()))
                .as("say something")
                .isEqualTo(ids);
    }

    private static Set<String> rulesWith(Predicate<RuleCase> wanted) {
        return cases().filter(wanted).map(RuleCase::rule).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatItShouldAndNothingElse(RuleCase ruleCase) {
        String text = String.join("---\n", ruleCase.documents());
        List<Finding> findings = new Verifier(Rules.all())
                        .verify(new VerifyRequest(
                                List.of(TestManifests.file(text)),
                                ruleCase.settings(),
                                Declarations.NONE,
                                Set.of(),
                                new FileNames(Path.of(""))))
                        .findings()
                        .stream()
                        .filter(finding -> finding.rule().equals(ruleCase.rule()))
                        .toList();
        if (ruleCase.isSilent()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).anySatisfy(finding -> {
                assertThat(finding.severity() + ": " + finding.message()).startsWith(ruleCase.expected());
                assertThat(textAt(finding.location().orElseThrow(), text)).startsWith(ruleCase.textThere());
            });
        }
    }

    private static String textAt(Location location, String text) {
        return text.lines().toList().get(location.line() - 1).substring(location.column() - 1);
    }
}
