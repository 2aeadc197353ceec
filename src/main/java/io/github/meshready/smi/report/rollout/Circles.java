package io.github.meshready.smi.report.rollout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who calls each other in a circle: the strongly connected components of the calls (R. Tarjan, Depth-first search and
 * linear graph algorithms, 1972), without recursion, as chains of calls can be long.
 */
final class Circles {

    private final Map<String, Set<String>> called;
    private final Map<String, Integer> number = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Map<String, Set<String>> circleOf = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> circles = new ArrayList<>();

    /** A workload that is being looked at, and whom it calls that was not looked at yet. */
    private record Visit(String workload, Iterator<String> rest) {}

    /** @param called whom each workload calls; only names that are keys themselves */
    Circles(Map<String, Set<String>> called) {
        this.called = called;
        called.keySet().stream().filter(each -> !number.containsKey(each)).forEach(this::search);
    }

    /** The circles, each behind those that it calls; whoever is in none is one by itself. */
    List<Set<String>> calledFirst() {
        return circles;
    }

    Set<String> of(String workload) {
        return circleOf.get(workload);
    }

    private void search(String start) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(enter(start));
        while (!visits.isEmpty()) {
            Visit visit = visits.peek();
            if (visit.rest().hasNext()) {
                String next = visit.rest().next();
                if (!number.containsKey(next)) {
                    visits.push(enter(next));
                } else if (!circleOf.containsKey(next)) {
                    lowest.merge(visit.workload(), number.get(next), Math::min);
                }
            } else {
                visits.pop();
                leave(visit.workload());
                if (!visits.isEmpty()) {
                    lowest.merge(visits.peek().workload(), lowest.get(visit.workload()), Math::min);
                }
            }
        }
    }

    private Visit enter(String workload) {
        number.put(workload, number.size());
        lowest.put(workload, number.get(workload));
        open.push(workload);
        return new Visit(workload, called.get(workload).iterator());
    }

    /** Whoever reaches nobody that was seen before it closes a circle. */
    private void leave(String workload) {
        if (!lowest.get(workload).equals(number.get(workload))) {
            return;
        }
        Set<String> circle = new TreeSet<>();
        String each;
        do {
            each = open.pop();
            circle.add(each);
            circleOf.put(each, circle);
        } while (!each.equals(workload));
        circles.add(circle);
    }
}
