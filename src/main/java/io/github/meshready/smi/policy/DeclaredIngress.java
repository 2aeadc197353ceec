package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * What stands in front of the application, as the build's configuration says.
 *
 * @param service the Service of an ingress controller or gateway whose pods send the requests
 * @param ranges addresses that requests come from, as CIDRs
 * @param principals identities in the certificates that callers show; if there are any, callers have to speak TLS with
 *     certificates of the mesh
 * @param to names of the Services that it is in front of, with a port or without; empty for all that are exposed in its
 *     way
 */
public record DeclaredIngress(
        Optional<ObjectName> service, List<String> ranges, List<String> principals, List<String> to) {

    public DeclaredIngress {
        ranges = List.copyOf(ranges);
        principals = List.copyOf(principals);
        to = List.copyOf(to);
    }

    /** Whether callers have to speak TLS. */
    boolean isEncrypted() {
        return !principals.isEmpty();
    }

    /** As it stands in the pom, for messages. */
    @Override
    public String toString() {
        String from = service.map(name -> "<service>" + name + "</service>")
                .orElse(
                        ranges.isEmpty()
                                ? "<principals>" + String.join(",", principals) + "</principals>"
                                : "<ranges>" + String.join(",", ranges) + "</ranges>");
        return "<from>" + from + (to.isEmpty() ? "" : "<to>" + String.join(",", to) + "</to>") + "</from>";
    }
}
