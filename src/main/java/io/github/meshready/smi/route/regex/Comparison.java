package io.github.meshready.smi.route.regex;

import java.util.Optional;

/**
 * What was found when texts with some property were looked for.
 *
 * @param isKnown whether it is known if there are any; no, where looking for one would take too long
 * @param example one of the shortest of them; empty if there are none
 */
public record Comparison(boolean isKnown, Optional<String> example) {

    static final Comparison UNKNOWN = new Comparison(false, Optional.empty());

    /** Whether it is known that there are none. */
    public boolean isNone() {
        return isKnown && example.isEmpty();
    }
}
