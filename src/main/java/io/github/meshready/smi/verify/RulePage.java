package io.github.meshready.smi.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A rule's page in the documentation.
 *
 * @param id the rule's id
 * @param lines the page in Markdown
 */
public record RulePage(String id, List<String> lines) {

    private static final String FOLDER = "/META-INF/smi/rules/";
    private static final String ONLINE = "https://github.com/meshready/smi-maven-plugin/blob/main/src/main/resources";

    public RulePage {
        lines = List.copyOf(lines);
    }

    /**
     * The page of a rule, as it comes with the plugin.
     *
     * @param id the rule's id
     */
    public static RulePage of(String id) {
        try (InputStream page = RulePage.class.getResourceAsStream(FOLDER + id + ".md")) {
            if (page == null) {
                throw new IllegalArgumentException("rule " + id + " has no page");
            }
            return new RulePage(
                    id,
                    new String(page.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The few words behind the id in the page's first line. */
    public String title() {
        String first = lines.get(0);
        return first.substring(first.indexOf(": ") + 2);
    }

    /** The word behind {@code Severity:}, which is what most findings of the rule have. */
    public Optional<String> severity() {
        return lines.stream()
                .filter(line -> line.startsWith("Severity: "))
                .map(line -> line.substring("Severity: ".length()).split("[^a-z]", 2)[0])
                .findFirst();
    }

    /** The first paragraph of the page that says what the rule is about. */
    public String summary() {
        return String.join(
                " ",
                lines.stream()
                        .skip(4)
                        .dropWhile(String::isEmpty)
                        .takeWhile(line -> !line.isEmpty())
                        .toList());
    }

    /** All of it. */
    public String markdown() {
        return String.join("\n", lines) + "\n";
    }

    /** Where it is read online. */
    public String url() {
        return ONLINE + FOLDER + id + ".md";
    }
}
