package io.github.meshready.smi.mojo;

import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The {@code <invariants>} element; Maven calls a method for each element in it, in their order. What they hold is looked at
 * later, as Maven would show an exception that is thrown here as a fault of its own.
 */
public class InvariantsParameter {

    private final List<Supplier<Invariant>> invariants = new ArrayList<>();

    public void addDeny(InvariantParameter deny) {
        invariants.add(() -> new Invariant.Deny(deny.toEnds("deny")));
    }

    public void addNoPath(InvariantParameter noPath) {
        invariants.add(() -> new Invariant.NoPath(noPath.toEnds("noPath")));
    }

    public void addOnly(OnlyParameter only) {
        invariants.add(only::toInvariant);
    }

    List<Invariant> toInvariants() {
        if (invariants.isEmpty()) {
            throw new ParameterException(
                    InvariantParameter.PARAMETER,
                    "it is there and says nothing, so nothing would be checked",
                    "add <deny>, <noPath> or <only>, or remove it");
        }
        return invariants.stream().map(Supplier::get).distinct().toList();
    }
}
