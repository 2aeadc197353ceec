package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.invariant.Counterexample;
import io.github.meshready.smi.verify.invariant.Hop;
import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.List;
import java.util.stream.Collectors;

/** Chains of calls that pass although the build's configuration says that none may. */
final class OpenPath implements Rule, InvariantFindings.Words {

    @Override
    public String id() {
        return "SMI-INV-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return InvariantFindings.of(this, facts, Invariant.NoPath.class, this);
    }

    @Override
    public String message(Counterexample example) {
        return example.first().from() + " can get to "
                + example.hops().stream().map(Hop::at).collect(Collectors.joining(", from there to "));
    }

    @Override
    public String consequence(Counterexample example) {
        return example.hops().stream().map(OpenPath::step).collect(Collectors.joining("; then "));
    }

    private static String step(Hop hop) {
        String place = hop.cause().place().map(at -> ", " + at).orElse("");
        return "from " + hop.from() + " to " + hop.at() + ", " + InvariantFindings.passes(hop) + " ("
                + hop.cause().object() + place + ")";
    }

    @Override
    public String fix(Hop hop) {
        return "narrow one of the policies on the way; if the path is meant to be, add its start to <except>";
    }
}
