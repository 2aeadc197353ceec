package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.mesh.Mesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What passes of the calls from one party to another. */
final class Hops {

    private final Mesh mesh;
    private final WorkloadHops fromWorkloads;
    private final OtherHops fromOthers;
    private final UnseenHops toUnseen;
    private final Set<String> accepted;

    /**
     * @param harmless methods of requests that are not looked for
     * @param accepted objects whose ways are not looked for, as findings name them
     */
    Hops(Mesh mesh, Doors doors, Set<String> harmless, Set<String> accepted) {
        this.mesh = mesh;
        this.accepted = Set.copyOf(accepted);
        Openings openings = new Openings(mesh);
        ArrivedCall arrived = new ArrivedCall(mesh, openings, harmless);
        this.fromWorkloads = new WorkloadHops(mesh, doors, openings, arrived);
        this.fromOthers = new OtherHops(mesh, doors, openings, arrived, harmless);
        this.toUnseen = new UnseenHops(mesh, arrived);
    }

    /** The calls that pass, the first one for each of their causes; what surely passes first. */
    List<Hop> between(Party from, Party to) {
        List<Hop> hops = new ArrayList<>();
        for (Hop hop : all(from, to)) {
            boolean isKnown = hops.stream()
                    .anyMatch(known -> known.cause().equals(hop.cause()) && (known.isCertain() || !hop.isCertain()));
            if (!isKnown && !accepted.contains(hop.cause().object())) {
                hops.removeIf(known -> known.cause().equals(hop.cause()));
                hops.add(hop.isCertain() ? certain(hops) : hops.size(), hop);
            }
        }
        return hops;
    }

    private static int certain(List<Hop> hops) {
        return (int) hops.stream().filter(Hop::isCertain).count();
    }

    private List<Hop> all(Party from, Party to) {
        if (to instanceof Party.Account account) {
            return toUnseen.between(from, account);
        }
        if (!(to instanceof Party.Pods pods)
                || mesh.membership().rejected(pods.workload()).isPresent()) {
            return List.of(); // nobody calls those who are elsewhere
        }
        if (from instanceof Party.Pods client) {
            return fromWorkloads.between(client, pods);
        }
        if (from instanceof Party.Account account) {
            return fromOthers.between(account, pods);
        }
        return from instanceof Party.Ingress ingress
                ? fromOthers.between(ingress, pods)
                : fromOthers.between((Party.Anyone) from, pods);
    }
}
