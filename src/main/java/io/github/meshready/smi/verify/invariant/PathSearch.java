package io.github.meshready.smi.verify.invariant;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for the shortest chain of calls from a caller to some parties. What somebody may call is asked once, for all chains. */
final class PathSearch {

    private final Hops hops;
    private final Collection<Party> everyone;
    private final Map<Party, Map<Party, Hop>> known = new HashMap<>();

    /** @param everyone all that may be part of a chain, in the order in which they are tried */
    PathSearch(Hops hops, Collection<Party> everyone) {
        this.hops = hops;
        this.everyone = everyone;
    }

    /** The chain to the nearest of the targets other than the caller; empty if there is none. */
    List<Hop> find(Party caller, Collection<Party> targets) {
        List<Party> ends = targets.stream().filter(to -> !to.equals(caller)).toList();
        if (ends.isEmpty()) {
            return List.of();
        }
        Map<Party, Hop> reachedBy = new HashMap<>();
        Deque<Party> open = new ArrayDeque<>(List.of(caller));
        while (!open.isEmpty()) {
            Party from = open.remove();
            Optional<Hop> last =
                    ends.stream().flatMap(to -> first(from, to).stream()).findFirst();
            if (last.isPresent()) {
                return chain(reachedBy, last.get());
            }
            known.computeIfAbsent(from, this::calledBy).forEach((to, hop) -> {
                if (!to.equals(caller) && reachedBy.putIfAbsent(to, hop) == null) {
                    open.add(to);
                }
            });
        }
        return List.of();
    }

    private Optional<Hop> first(Party from, Party to) {
        return known.containsKey(from)
                ? Optional.ofNullable(known.get(from).get(to))
                : hops.between(from, to).stream().findFirst();
    }

    private Map<Party, Hop> calledBy(Party from) {
        Map<Party, Hop> called = new LinkedHashMap<>();
        for (Party to : everyone) {
            hops.between(from, to).stream().findFirst().ifPresent(hop -> called.put(to, hop));
        }
        return called;
    }

    private static List<Hop> chain(Map<Party, Hop> reachedBy, Hop last) {
        LinkedList<Hop> chain = new LinkedList<>();
        for (Hop hop = last; hop != null; hop = reachedBy.get(hop.from())) {
            chain.addFirst(hop);
        }
        return chain;
    }
}
