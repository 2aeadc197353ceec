package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.invariant.Counterexample;
import io.github.meshready.smi.verify.invariant.Hop;
import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.List;

/** Calls that pass although the build's configuration allows only requests with other methods. */
final class OtherMethod implements Rule, InvariantFindings.Words {

    @Override
    public String id() {
        return "SMI-INV-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return InvariantFindings.of(this, facts, Invariant.Only.class, this);
    }

    @Override
    public String message(Counterexample example) {
        return example.last().from() + " can send more than that to "
                + example.last().at();
    }

    @Override
    public String consequence(Counterexample example) {
        return InvariantFindings.passes(example.last());
    }

    @Override
    public String fix(Hop hop) {
        return "let it name matches whose methods are meant, on ports that the mesh takes for http; or add the method to"
                + " <methods>";
    }
}
