package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.verify.invariant.Hop.Means;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Proves invariants of a mesh, or finds what speaks against them. What passes is asked of the mesh, call by call; what the
 * mesh leaves open speaks against an invariant.
 */
public final class InvariantCheck {

    private final Mesh mesh;
    private final Parties parties;
    private final Doors doors;

    /** @param externalAccounts accounts that exist without a manifest */
    public InvariantCheck(Mesh mesh, Set<ObjectName> externalAccounts) {
        this.mesh = mesh;
        this.parties = new Parties(mesh, externalAccounts);
        this.doors = new Doors(mesh);
    }

    /**
     * Checks one.
     *
     * @throws InputException if a name in it means nobody or several, or it is about no call at all
     */
    public InvariantResult check(Invariant invariant) {
        String place = "<invariants> " + invariant;
        PartyNames names = new PartyNames(parties, place);
        Set<Party> excepted = names.callers(invariant.ends().except());
        SortedSet<Party> callers = sorted(names.callers(invariant.ends().from()));
        callers.removeAll(excepted);
        SortedSet<Party> called = sorted(names.called(invariant.ends().to()));
        if (callers.isEmpty() || callers.equals(called) && called.size() == 1) {
            throw new InputException(new InputProblem(
                    place, "it is about no call: nobody is left who could call somebody else", "correct its names"));
        }
        Set<String> accepted = excepted.stream()
                .filter(Party.Ingress.class::isInstance)
                .map(party -> ((Party.Ingress) party).policy().object().described())
                .collect(Collectors.toSet());
        Hops hops = new Hops(mesh, doors, invariant.methods(), accepted);
        Examples found = new Examples();
        if (invariant instanceof Invariant.NoPath) {
            chains(hops, callers, called, found);
        } else {
            calls(hops, callers, called, found);
        }
        return new InvariantResult(invariant, found.all());
    }

    private static SortedSet<Party> sorted(Set<Party> parties) {
        SortedSet<Party> sorted = new TreeSet<>(Party.ORDER);
        sorted.addAll(parties);
        return sorted;
    }

    private static void calls(Hops hops, Set<Party> callers, Set<Party> called, Examples found) {
        for (Party to : called) {
            for (Party from : callers) {
                hops.between(from, to).forEach(hop -> found.add(List.of(hop)));
            }
        }
    }

    private void chains(Hops hops, Set<Party> callers, Set<Party> called, Examples found) {
        Set<Party> everyone = sorted(Set.copyOf(parties.callers()));
        everyone.addAll(callers);
        everyone.addAll(called);
        PathSearch search = new PathSearch(hops, everyone);
        for (Party caller : callers) {
            List<Hop> chain = search.find(caller, called);
            if (!chain.isEmpty()) {
                found.add(chain);
            }
        }
    }

    /** Counterexamples; where a way is open whoever calls, one caller stands for all. */
    private static final class Examples {

        private final Map<Object, Counterexample> distinct = new LinkedHashMap<>();

        void add(List<Hop> hops) {
            Counterexample example = new Counterexample(hops);
            distinct.putIfAbsent(key(example), example);
        }

        private static Object key(Counterexample example) {
            Hop first = example.first();
            if (first.cause().means() == Means.PERMISSIVE) {
                return Means.PERMISSIVE;
            }
            List<Object> key = new ArrayList<>(example.hops().stream()
                    .map(hop -> List.of(hop.to(), hop.cause()))
                    .toList());
            if (first.cause().means() == Means.POLICY) {
                key.add(first.from());
            }
            return key;
        }

        List<Counterexample> all() {
            return List.copyOf(distinct.values());
        }
    }
}
