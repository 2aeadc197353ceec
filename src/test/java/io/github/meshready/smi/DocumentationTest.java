package io.github.meshready.smi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents say what is so: parameters, rules, commands and examples. */
class DocumentationTest {

    private static final Path EXAMPLE = Path.of("src/it/azure-vote");

    private final String readme = Files.readString(Path.of("README.md"));

    DocumentationTest() throws IOException {}

    @Test
    void readmeListsEveryParameterAndNoOther() throws IOException {
        String descriptor;
        try (var stream = DocumentationTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            descriptor = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        Set<String> real = all("\\$\\{(smi\\.[a-zA-Z.]+)}", descriptor);
        String table = readme.substring(readme.indexOf("## Parameters"), readme.indexOf("## Limits"));
        assertThat(all("`(smi\\.[a-zA-Z.]+)`", table)).isEqualTo(real).isNotEmpty();
        assertThat(all("<parameter>\\s*<name>(\\w+)</name>", descriptor).stream()
                        .filter(name -> !Set.of(
                                        "execution",
                                        "detail",
                                        "goal",
                                        "indentSize",
                                        "lineLength",
                                        "skip",
                                        "generateSkip",
                                        "verifySkip",
                                        "diffSkip")
                                .contains(name)))
                .allMatch(table::contains);
    }

    @Test
    void readmeLinksThePagesOfAllRules() {
        Set<String> families = Rules.all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> linked = all("rules/(SMI-[A-Z]+-\\d\\d)\\.md", readme);
        assertThat(families).containsAll(linked);
        assertThat(families.stream().map(id -> id.replaceAll("-\\d\\d$", "")).collect(Collectors.toSet()))
                .as("families")
                .isEqualTo(
                        linked.stream().map(id -> id.replaceAll("-\\d\\d$", "")).collect(Collectors.toSet()));
    }

    @Test
    void changelogCountsTheRules() throws IOException {
        assertThat(Files.readString(Path.of("CHANGELOG.md")))
                .contains("checks " + Rules.all().size() + " rules");
    }

    @Test
    void filesThatReadmeLinksExist() {
        assertThat(all("\\]\\(([^)#h][^)]*)\\)", readme)).isNotEmpty().allMatch(link -> Files.exists(Path.of(link)));
    }

    @Test
    void examplesAreWhatIsWritten() throws IOException {
        String policies = Files.readString(EXAMPLE.resolve("expected/target/smi/90-policies.yaml"));
        String shown = block("yaml");
        assertThat(policies).contains(shown.strip());
        List<String> before = Files.readAllLines(EXAMPLE.resolve("k8s/azure-vote.yaml"));
        List<String> after = Files.readAllLines(EXAMPLE.resolve("expected/target/smi/50-app/azure-vote.yaml"));
        for (String part : block("diff").split("\\.\\.\\.\n")) {
            List<String> lines = Arrays.asList(part.split("\n"));
            assertThat(before)
                    .containsSequence(lines.stream()
                            .filter(line -> !line.startsWith("+"))
                            .map(line -> line.substring(1))
                            .toList());
            assertThat(after)
                    .containsSequence(
                            lines.stream().map(line -> line.substring(1)).toList());
        }
        String finding = Files.readString(Path.of("src/it/verify-fails/verify.groovy"));
        Stream.of("SMI-TT-05  error  k8s/shop.yaml:71:5  TrafficTarget shop/web-to-books", "fix: add matches: [list]")
                .forEach(line -> {
                    assertThat(readme).contains(line);
                    assertThat(finding).contains(line);
                });
    }

    @Test
    void commandsAndVersionsAgree() throws IOException {
        String version = one(
                "<artifactId>smi-maven-plugin</artifactId>\\s*<version>([^<]+)</version>",
                Files.readString(Path.of("pom.xml")));
        assertThat(all("<version>(0[^<]+)</version>", readme)).containsExactly(version);
        assertThat(all("smi-maven-plugin:([^:]+):generate", readme)).containsExactly(version);
        assertThat(one("<plugin.version>([^<]+)</plugin.version>", Files.readString(EXAMPLE.resolve("pom.xml"))))
                .isEqualTo(version);
        assertThat(Files.readString(Path.of(".ci/run"))).contains("\nmvn -B verify\n");
        assertThat(readme).contains("\n    mvn -B verify\n");
    }

    private String block(String language) {
        int start = readme.indexOf("```" + language + "\n") + language.length() + 4;
        return readme.substring(start, readme.indexOf("```", start));
    }

    private static String one(String regex, String text) {
        assertThat(all(regex, text)).hasSize(1);
        return all(regex, text).iterator().next();
    }

    private static Set<String> all(String regex, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
