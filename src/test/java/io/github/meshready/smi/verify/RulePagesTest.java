package io.github.meshready.smi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.verify.invariant.InvariantXml;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a page, and the page's examples do what it says: the bad one breaks the rule, the good one keeps it. */
class RulePagesTest {

    private static final String FOLDER = "META-INF/smi/rules/";

    static Stream<String> ids() {
        return Rules.all().stream().map(Rule::id);
    }

    @Test
    void idsAreUnique() {
        assertThat(ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("SMI-[A-Z]+-\\d\\d"));
    }

    @Test
    void everyPageBelongsToARule() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources", FOLDER))) {
            Set<String> named = pages.map(page -> page.getFileName().toString().replace(".md", ""))
                    .collect(Collectors.toSet());
            assertThat(named).isEqualTo(ids().collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void pageShowsWhatTheRuleMeans(String id) throws IOException {
        String page = page(id);
        assertThat(page)
                .startsWith("# " + id + ": ")
                .contains("\nSeverity: ", "Applies to: ", "Since: ", "\nSource: ", "\n## Fix\n");
        BuildSettings build = build(page, "Configuration");
        assertThat(brokenBy(example(page, "Bad", "yaml"), build))
                .as("bad example")
                .contains(id);
        boolean other = page.contains("## Good configuration\n");
        assertThat(brokenBy(example(page, "Good", "yaml"), other ? build(page, "Good configuration") : build))
                .as("good example")
                .doesNotContain(id);
    }

    /** What the pom says, where a page has that. */
    private static BuildSettings build(String page, String title) {
        if (page.contains("## Invariant\n")) {
            return BuildSettings.of(InvariantXml.read(example(page, "Invariant", "xml")));
        }
        return page.contains("## " + title + "\n")
                ? new BuildSettings(ConfigurationXml.read(example(page, title, "xml")), List.of())
                : BuildSettings.NONE;
    }

    private static Set<String> brokenBy(String yaml, BuildSettings build) {
        return TestRequests.findings(TestRequests.of(Settings.DEFAULT, build, yaml)).stream()
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static String example(String page, String title, String language) {
        String start = "## " + title + "\n\n```" + language + "\n";
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("```", from));
    }

    private static String page(String id) throws IOException {
        try (InputStream page = RulePagesTest.class.getClassLoader().getResourceAsStream(FOLDER + id + ".md")) {
            assertThat(page).as("page of " + id).isNotNull();
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
