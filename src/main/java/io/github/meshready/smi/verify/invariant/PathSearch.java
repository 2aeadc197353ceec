package io.github.meshready.smi.verify.invariant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the shortest chains of calls to some parties. It goes backwards, from those who are called, so that one search
 * answers for every caller.
 */
final class PathSearch {

    private final Map<Party, Hop> next = new HashMap<>();

    /** The first call from one party to another, asked for once. */
    static final class Links {

        private final Hops hops;
        private final Map<Party, Map<Party, Optional<Hop>>> known = new HashMap<>();

        Links(Hops hops) {
            this.hops = hops;
        }

        Optional<Hop> between(Party from, Party to) {
            return known.computeIfAbsent(to, key -> new HashMap<>())
                    .computeIfAbsent(
                            from, key -> hops.between(from, to).stream().findFirst());
        }
    }

    /**
     * @param everyone all that may be part of a chain, in the order in which they are tried
     * @param targets where chains end
     */
    PathSearch(Links links, Collection<Party> everyone, Set<Party> targets) {
        Set<Party> reached = new HashSet<>(targets);
        Deque<Party> open =
                new ArrayDeque<>(everyone.stream().filter(targets::contains).toList());
        while (!open.isEmpty()) {
            Party to = open.remove();
            for (Party from : everyone) {
                Optional<Hop> hop = reached.contains(from) ? Optional.empty() : links.between(from, to);
                if (hop.isPresent()) {
                    next.put(from, hop.get());
                    reached.add(from);
                    open.add(from);
                }
            }
        }
    }

    /** The chain from a caller; empty if there is none, or the caller is a target itself. */
    List<Hop> from(Party caller) {
        List<Hop> chain = new ArrayList<>();
        Hop hop = next.get(caller);
        while (hop != null) {
            chain.add(hop);
            hop = next.get(hop.to());
        }
        return chain;
    }
}
