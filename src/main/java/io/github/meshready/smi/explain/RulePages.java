package io.github.meshready.smi.explain;

import io.github.meshready.smi.call.NearestName;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The pages of the rules, as they come with the plugin. */
public final class RulePages {

    private static final String FOLDER = "/META-INF/smi/rules/";

    private RulePages() {}

    /**
     * The page of a rule, in Markdown.
     *
     * @param id its id, in capitals or not
     * @throws InputException if there is no such rule
     */
    public static String page(String id) {
        String wanted = id.strip().toUpperCase(Locale.ROOT);
        List<String> ids = Rules.all().stream().map(Rule::id).sorted().toList();
        if (!ids.contains(wanted)) {
            throw new InputException(new InputProblem(
                    "smi.rule",
                    "there is no rule \"" + Printable.text(id.strip()) + "\"" + NearestName.hint(wanted, ids),
                    "use one of: " + String.join(", ", ids)));
        }
        try (InputStream page = RulePages.class.getResourceAsStream(FOLDER + wanted + ".md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
