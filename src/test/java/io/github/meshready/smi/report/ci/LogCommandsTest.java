package io.github.meshready.smi.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogCommandsTest {

    @Test
    void annotatesWhatCountsForGithub() {
        assertThat(commands(Judgements.mixed()).forGithub())
                .containsExactly(
                        "::error file=app/k8s/shop.yaml,line=71,col=5,title=SMI-TT-05::TrafficTarget shop/t: is wrong: it breaks%0Afix: mend it",
                        "::warning file=app/k8s/shop.yaml,line=9,col=5,title=SMI-POD-03::Deployment shop/web: is wrong: it breaks%0Afix: mend it");
    }

    @Test
    void annotatesWhatCountsForAzure() {
        assertThat(commands(Judgements.mixed()).forAzure())
                .containsExactly(
                        "##vso[task.logissue type=error;sourcepath=app/k8s/shop.yaml;linenumber=71;columnnumber=5;code=SMI-TT-05;]TrafficTarget shop/t: is wrong: it breaks%0Afix: mend it",
                        "##vso[task.logissue type=warning;sourcepath=app/k8s/shop.yaml;linenumber=9;columnnumber=5;code=SMI-POD-03;]Deployment shop/web: is wrong: it breaks%0Afix: mend it");
    }

    @Test
    void saysHowManyMoreThereAre() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(Judgements.finding("SMI-TT-05", Severity.ERROR, "a.yaml", i + 1, "o"));
        }
        for (int i = 0; i < 11; i++) {
            many.add(Judgements.finding("SMI-TT-05", Severity.WARNING, "a.yaml", i + 1, "o"));
        }
        LogCommands commands = commands(Judgements.of(many.toArray(Finding[]::new)));
        assertThat(commands.forGithub())
                .hasSize(21)
                .last()
                .isEqualTo("::notice::smi:verify: 2 more errors and 1 more warning in the log and in mesh.json");
        assertThat(commands.forAzure()).hasSize(21).last().asString().contains("2 more errors and 1 more warning");
    }

    @Test
    void isSilentWhereNothingCounts() {
        assertThat(commands(Judgements.of(Judgements.UNPLACED)).forGithub()).isEmpty();
        assertThat(commands(Judgements.of()).forAzure()).isEmpty();
    }

    /** Read as the runner does: the line starts with the command, which ends at the next two colons. */
    @Test
    void valuesStayValuesOnGithub() {
        Judgement judgement = Judgements.of(Judgements.hostile(Severity.ERROR));
        assertThat(commands(judgement).forGithub()).singleElement().asString().satisfies(line -> {
            assertThat(line).startsWith("::error ").matches("[ -~]+").doesNotContain("##[", "##vso[");
            int end = line.indexOf("::", 2);
            Map<String, String> properties = properties(line.substring(8, end), ",");
            assertThat(properties.keySet()).containsExactly("file", "line", "col", "title");
            assertThat(decoded(properties.get("file"), "%3A", ":", "%2C", ",", "%25", "%"))
                    .startsWith("app/k8s/\\u001b[31m\\u000d\\u000a::error::x ")
                    .endsWith("%0A,: \\u202e.yaml");
            assertThat(decoded(line.substring(end + 2), "%0A", "\n", "%25", "%").lines())
                    .as("one line for what, one for the fix")
                    .hasSize(2)
                    .allMatch(text -> text.contains(" {0} %0A,: \\u202e"));
        });
    }

    /** Read as the agent does: the command starts anywhere and ends at the first bracket. */
    @Test
    void valuesStayValuesOnAzure() {
        Judgement judgement = Judgements.of(Judgements.hostile(Severity.WARNING));
        assertThat(commands(judgement).forAzure()).singleElement().asString().satisfies(line -> {
            assertThat(line).startsWith("##vso[task.logissue ").matches("[ -~]+");
            assertThat(line.indexOf("##vso[", 1)).as("no second command").isNegative();
            int end = line.indexOf(']');
            Map<String, String> properties = properties(line.substring(20, end), ";");
            assertThat(properties.keySet()).containsExactly("type", "sourcepath", "linenumber", "columnnumber", "code");
            assertThat(decoded(properties.get("sourcepath"), "%3B", ";", "%5D", "]", "%AZP25", "%"))
                    .endsWith("%0A,: \\u202e.yaml");
            assertThat(decoded(line.substring(end + 1), "%0A", "\n", "%AZP25", "%")
                            .lines())
                    .hasSize(2)
                    .allMatch(text -> text.contains(" {0} %0A,: \\u202e"));
        });
    }

    private static LogCommands commands(Judgement judgement) {
        return new LogCommands(judgement, Judgements.PLACES);
    }

    private static Map<String, String> properties(String text, String separator) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String property : text.split(separator)) {
            String[] pair = property.split("=", 2);
            properties.put(pair[0], pair[1]);
        }
        return properties;
    }

    private static String decoded(String text, String... replacements) {
        String decoded = text;
        for (int i = 0; i < replacements.length; i += 2) {
            decoded = decoded.replace(replacements[i], replacements[i + 1]);
        }
        return decoded;
    }
}
