package io.github.meshready.smi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.rule.Rules;
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
        RuleCases cases = new RuleCases();
        CallRuleCases.addTo(cases);
        SidecarRuleCases.addTo(cases);
        PodRuleCases.addTo(cases);
        ServiceRuleCases.addTo(cases);
        IdentityRuleCases.addTo(cases);
        TargetRuleCases.addTo(cases);
        RouteRuleCases.addTo(cases);
        SplitRuleCases.addTo(cases);
        IngressRuleCases.addTo(cases);
        RouteUseRuleCases.addTo(cases);
        EgressRuleCases.addTo(cases);
        SettingRuleCases.addTo(cases);
        InvariantRuleCases.addTo(cases);
        return cases.all();
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
        String[] documents = ruleCase.documents().toArray(String[]::new);
        List<Finding> findings =
                TestRequests.findings(TestRequests.of(ruleCase.settings(), ruleCase.build(), documents)).stream()
                        .filter(finding -> finding.rule().equals(ruleCase.rule()))
                        .toList();
        if (ruleCase.isSilent()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).anySatisfy(finding -> {
                assertThat(finding.severity() + ": " + finding.message() + ": " + finding.consequence())
                        .startsWith(ruleCase.expected());
                assertThat(textAt(finding.location().orElseThrow(), documents)).startsWith(ruleCase.textThere());
            });
        }
    }

    private static String textAt(Location location, String... documents) {
        String line = String.join("---\n", documents).lines().toList().get(location.line() - 1);
        return line.substring(location.column() - 1);
    }
}
