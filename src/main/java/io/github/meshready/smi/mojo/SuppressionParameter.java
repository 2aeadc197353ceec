package io.github.meshready.smi.mojo;

import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.gate.Suppression;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A {@code <suppression>} element; Maven fills the fields. */
public class SuppressionParameter {

    private static final String PARAMETER = "suppressions";

    private String rule;
    private String object;
    private String reason;
    private String until;

    Suppression toSuppression(RuleIds ids) {
        String why = reason == null ? "" : reason.strip().replaceAll("\\s+", " ");
        if (why.isEmpty()) {
            throw new ParameterException(
                    PARAMETER,
                    "the <suppression> of " + rule + " has no <reason>, and nothing is suppressed without one",
                    "say in a few words why the finding is accepted");
        }
        return new Suppression(
                RulePattern.of(PARAMETER, rule, ids),
                RulePattern.object(PARAMETER, object),
                why,
                Optional.ofNullable(until).map(SuppressionParameter::date),
                Optional.empty());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    PARAMETER, "the <until> \"" + text + "\" is no date", "write it as 2027-06-30");
        }
    }
}
