package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.gate.RuleIds;

/** Reads the {@code <rule>} and {@code <object>} of parameters that are about findings. */
final class RulePattern {

    private RulePattern() {}

    /** A rule's id or a pattern of ids; one that names no rule would do nothing, and look as if it did. */
    static Wildcard of(String parameter, String rule, RuleIds ids) {
        String text = rule == null ? "" : rule.strip();
        if (text.isEmpty()) {
            throw new ParameterException(
                    parameter, "an entry has no <rule>", "add one, such as SMI-ID-01, or SMI-ID-* for a family");
        }
        Wildcard pattern = new Wildcard(text);
        if (!ids.covers(pattern)) {
            throw new ParameterException(
                    parameter,
                    "there is no rule \"" + text + "\"",
                    "write " + ids.nearest(text) + " if that is meant; README.md lists all rules");
        }
        return pattern;
    }

    /** Objects as findings name them; any if nothing is said. */
    static Wildcard object(String parameter, String object) {
        if (object == null) {
            return Wildcard.ANY;
        }
        String text = object.strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            throw new ParameterException(
                    parameter, "an <object> is empty", "leave it out, or write one such as Deployment shop/web");
        }
        return new Wildcard(text);
    }
}
