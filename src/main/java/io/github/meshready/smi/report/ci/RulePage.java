package io.github.meshready.smi.report.ci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A rule's page in the documentation.
 *
 * @param id the rule's id
 * @param lines the page in Markdown
 */
record RulePage(String id, List<String> lines) {

    private static final String FOLDER = "/META-INF/smi/rules/";
    private static final String ONLINE = "https://github.com/meshready/smi-maven-plugin/blob/main/src/main/resources";

    static RulePage of(String id) throws IOException {
        try (InputStream page = RulePage.class.getResourceAsStream(FOLDER + id + ".md")) {
            String text =
                    page == null ? "# " + id + ": " + id : new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return new RulePage(id, text.lines().toList());
        }
    }

    /** The few words behind the id in the page's first line. */
    String title() {
        String first = lines.get(0);
        return first.substring(first.indexOf(": ") + 2);
    }

    /** The word behind {@code Severity:}, which is what most findings of the rule have. */
    Optional<String> severity() {
        return lines.stream()
                .filter(line -> line.startsWith("Severity: "))
                .map(line -> line.substring("Severity: ".length()).split("[^a-z]", 2)[0])
                .findFirst();
    }

    /** The first paragraph of the page that says what the rule is about. */
    String summary() {
        return String.join(
                " ",
                lines.stream()
                        .skip(4)
                        .dropWhile(String::isEmpty)
                        .takeWhile(line -> !line.isEmpty())
                        .toList());
    }

    String markdown() {
        return String.join("\n", lines) + "\n";
    }

    String url() {
        return ONLINE + FOLDER + id + ".md";
    }
}
