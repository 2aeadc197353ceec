package io.github.meshready.smi.mojo;

import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code <invariants>} element; Maven calls a method for each element in it, in their order. What they hold is looked at
 * later, as Maven would show an exception that is thrown here as a fault of its own.
 */
public class InvariantsParameter {

    private static final String DENY = "deny";
    private static final String NO_PATH = "noPath";
    private static final String ONLY = "only";

    private final List<Element> elements = new ArrayList<>();

    /** An element, by its name. */
    private record Element(String name, InvariantParameter content) {

        Invariant toInvariant() {
            return switch (name) {
                case DENY -> new Invariant.Deny(content.toEnds(DENY));
                case NO_PATH -> new Invariant.NoPath(content.toEnds(NO_PATH));
                default -> ((OnlyParameter) content).toInvariant();
            };
        }
    }

    public void addDeny(InvariantParameter deny) {
        elements.add(new Element(DENY, deny));
    }

    public void addNoPath(InvariantParameter noPath) {
        elements.add(new Element(NO_PATH, noPath));
    }

    public void addOnly(OnlyParameter only) {
        elements.add(new Element(ONLY, only));
    }

    List<Invariant> toInvariants() {
        if (elements.isEmpty()) {
            throw new ParameterException(
                    InvariantParameter.PARAMETER,
                    "it is there and says nothing, so nothing would be checked",
                    "add <deny>, <noPath> or <only>, or remove it");
        }
        return elements.stream().map(Element::toInvariant).distinct().toList();
    }
}
