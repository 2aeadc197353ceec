package io.github.meshready.smi.mojo;

import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** An {@code <only>} element; Maven fills the fields. */
public class OnlyParameter extends InvariantParameter {

    private static final String ELEMENT = "only";

    /** The methods that a match can name (OSM v1.2.4, cmd/osm-bootstrap/crds/smi_http_route_group.yaml). */
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private String methods;

    Invariant toInvariant() {
        SortedSet<String> named = new TreeSet<>(required(ELEMENT, "methods", methods));
        for (String method : named) {
            if (!KNOWN.contains(method)) {
                throw new ParameterException(
                        PARAMETER,
                        "\"" + method + "\" in <methods> is no method",
                        "use some of: " + String.join(", ", new TreeSet<>(KNOWN)));
            }
        }
        return new Invariant.Only(toEnds(ELEMENT), named);
    }
}
