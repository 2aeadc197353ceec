package io.github.meshready.smi.mojo;

import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.gate.SeverityRule;
import java.util.Optional;

/** A {@code <severity>} element; Maven fills the fields. */
public class SeverityParameter {

    private static final String PARAMETER = "severities";

    private String rule;
    private String object;
    private String level;

    SeverityRule toRule(RuleIds ids) {
        return new SeverityRule(
                RulePattern.of(PARAMETER, rule, ids), RulePattern.object(PARAMETER, object), severity());
    }

    private Optional<Severity> severity() {
        return switch (level == null ? "" : level.strip()) {
            case "off" -> Optional.empty();
            case "info" -> Optional.of(Severity.INFO);
            case "warning" -> Optional.of(Severity.WARNING);
            case "error" -> Optional.of(Severity.ERROR);
            case "" ->
                throw new ParameterException(
                        PARAMETER, "a <severity> has no <level>", "add one: off, info, warning or error");
            default ->
                throw new ParameterException(
                        PARAMETER, "the <level> \"" + level + "\" is none", "use off, info, warning or error");
        };
    }
}
