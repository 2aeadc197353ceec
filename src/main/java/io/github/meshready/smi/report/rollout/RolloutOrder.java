package io.github.meshready.smi.report.rollout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Set<String> left;
    private final Map<String, Set<String>> called;

    private RolloutOrder(Collection<String> workloads, Map<String, Set<String>> called) {
        this.left = new TreeSet<>(workloads);
        this.called = called;
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
        List<Turn> turns = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free =
                    left.stream().filter(each -> waitsFor(each).isEmpty()).toList();
            Turn turn = free.isEmpty() ? circle() : new Turn(free, false);
            left.removeAll(turn.workloads());
            turns.add(turn);
        }
        return turns;
    }

    private Set<String> waitsFor(String workload) {
        Set<String> others = new TreeSet<>(called.getOrDefault(workload, Set.of()));
        others.retainAll(left);
        others.remove(workload);
        return others;
    }

    /**
     * Whoever reaches the fewest others is in a circle that calls nobody outside of it, and reaches just that circle:
     * whoever calls into a circle from outside reaches more.
     */
    private Turn circle() {
        return left.stream()
                .map(this::reachableFrom)
                .min(Comparator.comparingInt(Set::size))
                .map(found -> new Turn(List.copyOf(found), true))
                .orElseThrow();
    }

    private Set<String> reachableFrom(String start) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(waitsFor(start));
        while (!next.isEmpty()) {
            String each = next.remove();
            if (reached.add(each)) {
                next.addAll(waitsFor(each));
            }
        }
        return reached;
    }
}
