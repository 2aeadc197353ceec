package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.invariant.Counterexample;
import io.github.meshready.smi.verify.invariant.Hop;
import io.github.meshready.smi.verify.invariant.Hop.Means;
import io.github.meshready.smi.verify.invariant.Invariant;
import io.github.meshready.smi.verify.invariant.InvariantResult;
import java.util.ArrayList;
import java.util.List;

/** Counterexamples as findings: about what lets the call through, at the place where that stands. */
final class InvariantFindings {

    private InvariantFindings() {}

    /** How a rule words its counterexamples. */
    interface Words {

        /** What is found, without the invariant that it breaks. */
        String message(Counterexample example);

        /** What passes, and by what. */
        String consequence(Counterexample example);

        /** What to do where a policy lets the call through. */
        String fix(Hop hop);
    }

    static List<Finding> of(Rule rule, Facts facts, Class<? extends Invariant> kind, Words words) {
        List<Finding> findings = new ArrayList<>();
        for (InvariantResult result : facts.invariants()) {
            if (kind.isInstance(result.invariant())) {
                result.counterexamples()
                        .forEach(example -> findings.add(finding(rule, result.invariant(), example, words)));
            }
        }
        return findings;
    }

    private static Finding finding(Rule rule, Invariant invariant, Counterexample example, Words words) {
        Hop last = example.last();
        boolean isCertain = example.hops().stream().allMatch(Hop::isCertain);
        return new Finding(
                rule.id(),
                Severity.ERROR,
                last.cause().place(),
                last.cause().object(),
                by(last) + words.message(example) + ", which \"" + invariant + "\" rules out"
                        + (isCertain ? "" : "; that depends on what is not determined"),
                words.consequence(example),
                fix(last, words),
                List.of());
    }

    private static String by(Hop hop) {
        return switch (hop.cause().means()) {
            case PERMISSIVE -> "with permissive mode on, ";
            case UNGUARDED -> "past the mesh, ";
            case POLICY, INGRESS -> "";
        };
    }

    private static String fix(Hop hop, Words words) {
        Means means = hop.cause().means();
        return switch (means) {
            case POLICY -> words.fix(hop);
            case INGRESS ->
                "narrow what it lets in; if it is meant to let in, add <except>"
                        + hop.cause().object().replace(' ', '/') + "</except>";
            case PERMISSIVE -> "switch permissive mode off: while it is on, nothing is denied within the mesh";
            case UNGUARDED -> "have the mesh look at it, or do without this invariant";
        };
    }

    /** What of a call passes. */
    static String passes(Hop hop) {
        return hop.sent() + (hop.isCertain() ? " passes " : " may pass, ") + hop.reason();
    }
}
