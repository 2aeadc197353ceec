package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.invariant.Counterexample;
import io.github.meshready.smi.verify.invariant.Hop;
import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.List;

/** Calls that pass although the build's configuration says that none may. */
final class DeniedCall implements Rule, InvariantFindings.Words {

    @Override
    public String id() {
        return "SMI-INV-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return InvariantFindings.of(this, facts, Invariant.Deny.class, this);
    }

    @Override
    public String message(Counterexample example) {
        return example.last().from() + " can call " + example.last().at();
    }

    @Override
    public String consequence(Counterexample example) {
        return InvariantFindings.passes(example.last());
    }

    @Override
    public String fix(Hop hop) {
        return "narrow it so that it does not let in " + hop.from()
                + "; if the call is meant to be, add the caller to <except>";
    }
}
