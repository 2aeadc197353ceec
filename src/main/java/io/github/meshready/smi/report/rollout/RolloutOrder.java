package io.github.meshready.smi.report.rollout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which turns workloads get their sidecars: what is called before what calls it. */
final class RolloutOrder {

    /**
     * Workloads whose turn it is.
     *
     * @param workloads their ids, sorted
     * @param isCircle whether they call each other in a circle, so that none of them can be first
     */
    record Turn(List<String> workloads, boolean isCircle) {

        Turn {
            workloads = List.copyOf(workloads);
        }
    }

    private final Map<String, Set<String>> called;
    private final Circles circles;
    private final Map<Set<String>, Integer> turnOf = new IdentityHashMap<>();

    private RolloutOrder(Collection<String> workloads, Map<String, Set<String>> called) {
        this.called = new TreeMap<>();
        Set<String> all = new HashSet<>(workloads);
        for (String workload : workloads) {
            Set<String> others = new TreeSet<>(called.getOrDefault(workload, Set.of()));
            others.retainAll(all);
            others.remove(workload);
            this.called.put(workload, others);
        }
        this.circles = new Circles(this.called);
    }

    /**
     * Works out the turns.
     *
     * @param workloads the ids of those to order
     * @param called whom each of them calls; others than these do not count
     */
    static List<Turn> of(Collection<String> workloads, Map<String, Set<String>> called) {
        return new RolloutOrder(workloads, called).turns();
    }

    private List<Turn> turns() {
        SortedMap<Integer, SortedSet<String>> alone = new TreeMap<>();
        SortedMap<Integer, List<Turn>> inCircles = new TreeMap<>();
        for (Set<String> circle : circles.calledFirst()) {
            int turn = turn(circle);
            turnOf.put(circle, turn);
            if (circle.size() == 1) {
                alone.computeIfAbsent(turn, key -> new TreeSet<>()).addAll(circle);
            } else {
                inCircles.computeIfAbsent(turn, key -> new ArrayList<>()).add(new Turn(List.copyOf(circle), true));
            }
        }
        SortedSet<Integer> all = new TreeSet<>(alone.keySet());
        all.addAll(inCircles.keySet());
        List<Turn> turns = new ArrayList<>();
        for (int turn : all) {
            if (alone.containsKey(turn)) {
                turns.add(new Turn(List.copyOf(alone.get(turn)), false));
            }
            inCircles.getOrDefault(turn, List.of()).stream()
                    .sorted(Comparator.comparing(each -> each.workloads().get(0)))
                    .forEach(turns::add);
        }
        return turns;
    }

    /** The turn after the last of those that are called. */
    private int turn(Set<String> circle) {
        return circle.stream()
                .flatMap(workload -> called.get(workload).stream())
                .filter(other -> !circle.contains(other))
                .mapToInt(other -> turnOf.get(circles.of(other)) + 1)
                .max()
                .orElse(0);
    }
}
