package io.github.meshready.smi.route.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program as RE2 lays it out: lists of instructions, each with everything that can be reached without reading on. Where a list
 * reaches another one there is one instruction that says so (re2, prog.cc Optimize and Flatten).
 */
final class FlatProgram {

    private final List<Instruction> instructions;
    private final int start;
    private final int searchStart;
    private final Set<Integer> roots = new LinkedHashSet<>();
    private final Map<Integer, List<Integer>> before = new HashMap<>();

    FlatProgram(List<Instruction> instructions, int start, int searchStart) {
        this.instructions = instructions;
        this.start = start;
        this.searchStart = searchStart;
    }

    int size() {
        skipNothing();
        roots.add(0);
        roots.add(searchStart);
        roots.add(start);
        markFollowers();
        List<Integer> first = new ArrayList<>(roots);
        first.sort((one, other) -> other - one);
        for (int root : first) {
            if (root != searchStart && root != start && root != 0) {
                markEntered(root);
            }
        }
        return roots.stream().mapToInt(this::listSize).sum();
    }

    private void skipNothing() {
        for (Instruction each : instructions) {
            each.out = behindNothing(each.out);
            each.otherOut = behindNothing(each.otherOut);
        }
    }

    private int behindNothing(int id) {
        int at = id;
        while (instructions.get(at).kind == Instruction.Kind.NOTHING && instructions.get(at).out != 0) {
            at = instructions.get(at).out;
        }
        return at;
    }

    /** What follows a step starts a list. */
    private void markFollowers() {
        Set<Integer> seen = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(searchStart));
        while (!open.isEmpty()) {
            int id = open.pop();
            if (!seen.add(id)) {
                continue;
            }
            Instruction each = instructions.get(id);
            switch (each.kind) {
                case FORK -> {
                    before.computeIfAbsent(each.out, key -> new ArrayList<>()).add(id);
                    before.computeIfAbsent(each.otherOut, key -> new ArrayList<>())
                            .add(id);
                    open.push(each.otherOut);
                    open.push(each.out);
                }
                case STEP -> {
                    roots.add(each.out);
                    open.push(each.out);
                }
                case NOTHING -> open.push(each.out);
                default -> {}
            }
        }
    }

    /** What can be reached from a list, and from elsewhere as well, starts a list of its own. */
    private void markEntered(int root) {
        Set<Integer> reached = new LinkedHashSet<>(reached(root).keySet());
        for (int id : reached) {
            if (before.getOrDefault(id, List.of()).stream().anyMatch(each -> !reached.contains(each))) {
                roots.add(id);
            }
        }
    }

    private int listSize(int root) {
        return reached(root).values().stream().mapToInt(each -> each ? 1 : 0).sum();
    }

    /** What can be reached from a root without reading on, and whether it is an instruction of the root's list. */
    private Map<Integer, Boolean> reached(int root) {
        Map<Integer, Boolean> reached = new LinkedHashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            int id = open.pop();
            if (reached.containsKey(id)) {
                continue;
            }
            Instruction each = instructions.get(id);
            boolean other = id != root && roots.contains(id);
            boolean passes = each.kind == Instruction.Kind.FORK || each.kind == Instruction.Kind.NOTHING;
            reached.put(id, other || !passes);
            if (!other && each.kind == Instruction.Kind.FORK) {
                open.push(each.otherOut);
                open.push(each.out);
            } else if (!other && each.kind == Instruction.Kind.NOTHING) {
                open.push(each.out);
            }
        }
        return reached;
    }
}
