package io.github.meshready.smi.explain;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.NearestName;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.RulePage;
import io.github.meshready.smi.verify.rule.Rules;
import java.util.List;
import java.util.Locale;

/** The pages of the rules, as they come with the plugin. */
public final class RulePages {

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
        return RulePage.of(wanted).markdown();
    }
}
