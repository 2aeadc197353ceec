package io.github.meshready.smi.mesh;

import io.github.meshready.smi.route.regex.Comparison;
import io.github.meshready.smi.route.regex.Language;
import java.util.Optional;

/**
 * Texts that two expressions match.
 *
 * @param overlap whether there are any
 * @param example one of them, if one is known
 */
record SharedTexts(RouteOverlap overlap, Optional<String> example) {

    static final SharedTexts NONE = new SharedTexts(RouteOverlap.NONE, Optional.empty());

    static SharedTexts certain(String example) {
        return new SharedTexts(RouteOverlap.CERTAIN, Optional.of(example));
    }

    /** Exactly; empty if it cannot be worked out. */
    static Optional<SharedTexts> of(Optional<Language> one, Optional<Language> other) {
        return one.flatMap(first -> other.map(first::overlap))
                .filter(Comparison::isKnown)
                .map(SharedTexts::of);
    }

    private static SharedTexts of(Comparison comparison) {
        return comparison.example().map(SharedTexts::certain).orElse(NONE);
    }
}
