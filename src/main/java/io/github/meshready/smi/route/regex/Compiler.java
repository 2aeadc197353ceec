package io.github.meshready.smi.route.regex;

import io.github.meshready.smi.route.regex.Instruction.Kind;
import io.github.meshready.smi.route.regex.Regex.Chars;
import io.github.meshready.smi.route.regex.Regex.Choice;
import io.github.meshready.smi.route.regex.Regex.Group;
import io.github.meshready.smi.route.regex.Regex.Repeat;
import io.github.meshready.smi.route.regex.Regex.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Compiles an expression as RE2 does: the same instructions in the same order, without what they read (re2, compile.cc and simplify.cc).
 * The order matters to the layout that follows.
 */
final class Compiler {

    private static final int ASCII_CASE = 'a' - 'A';

    private final List<Instruction> instructions = new ArrayList<>();

    /** A piece of the program; the ends are instructions whose way on is open, as 2n for the first and 2n + 1 for the other way. */
    private record Piece(int start, List<Integer> ends, boolean canBeEmpty) {}

    Compiler() {
        add(Kind.FAIL);
    }

    List<Instruction> instructions() {
        return instructions;
    }

    /** Compiles it and what follows, the match; returns where it starts. */
    int compile(Regex regex) {
        Piece all = piece(regex);
        int match = add(Kind.MATCH);
        close(all, match);
        return all.start();
    }

    /** Puts the loop in front that looks for a match anywhere; returns where that starts. */
    int searchBefore(int start) {
        int any = add(Kind.STEP);
        int loop = add(Kind.FORK);
        instructions.get(any).out = loop;
        instructions.get(loop).out = start;
        instructions.get(loop).otherOut = any;
        return loop;
    }

    private int add(Kind kind) {
        instructions.add(new Instruction(kind));
        return instructions.size() - 1;
    }

    private void close(Piece piece, int next) {
        for (int end : piece.ends()) {
            Instruction instruction = instructions.get(end / 2);
            if (end % 2 == 0) {
                instruction.out = next;
            } else {
                instruction.otherOut = next;
            }
        }
    }

    private Piece single(Kind kind) {
        int id = add(kind);
        return new Piece(id, List.of(2 * id), kind == Kind.NOTHING);
    }

    private Piece piece(Regex regex) {
        if (regex instanceof Chars chars) {
            return chars(chars.set());
        }
        if (regex instanceof Sequence sequence) {
            return sequence(sequence.items());
        }
        if (regex instanceof Choice choice) {
            return choice(choice.options());
        }
        if (regex instanceof Group group) {
            return group(piece(group.item()));
        }
        if (regex instanceof Repeat repeat) {
            return repeat(repeat);
        }
        int id = add(Kind.STEP); // an anchor of an alternative
        return new Piece(id, List.of(2 * id), true);
    }

    private Piece sequence(List<Regex> items) {
        Piece all = null;
        for (Regex item : Repetition.joined(items)) {
            Piece next = piece(item);
            if (all == null) {
                all = next;
            } else {
                close(all, next.start());
                all = new Piece(all.start(), next.ends(), all.canBeEmpty() && next.canBeEmpty());
            }
        }
        return all == null ? single(Kind.NOTHING) : all;
    }

    private Piece choice(List<Regex> options) {
        List<Piece> pieces = options.stream().map(this::piece).toList();
        Piece all = pieces.get(0);
        for (Piece next : pieces.subList(1, pieces.size())) {
            int fork = fork(all.start(), next.start());
            List<Integer> ends = new ArrayList<>(all.ends());
            ends.addAll(next.ends());
            all = new Piece(fork, ends, all.canBeEmpty() || next.canBeEmpty());
        }
        return all;
    }

    private Piece group(Piece inner) {
        int open = add(Kind.STEP);
        int close = add(Kind.STEP);
        instructions.get(open).out = inner.start();
        close(inner, close);
        return new Piece(open, List.of(2 * close), inner.canBeEmpty());
    }

    private int fork(int out, int otherOut) {
        int id = add(Kind.FORK);
        instructions.get(id).out = out;
        instructions.get(id).otherOut = otherOut;
        return id;
    }

    /** {@code x{2,4}} is {@code xx(?:x(?:x)?)?}, and {@code x{2,}} is {@code xx+}. */
    private Piece repeat(Repeat repeat) {
        Regex item = repeat.item();
        int min = repeat.min();
        if (repeat.max() == Repeat.UNBOUNDED) {
            if (min <= 1) {
                return min == 0 ? star(piece(item)) : plus(piece(item));
            }
            List<Regex> items = new ArrayList<>(Collections.nCopies(min - 1, item));
            items.add(Regex.plus(item));
            return sequence(items);
        }
        List<Regex> items = new ArrayList<>(Collections.nCopies(min, item));
        boolean once = min == 0 && repeat.max() == 1;
        if (once) {
            return optional(piece(item));
        }
        Regex more = null;
        for (int i = min; i < repeat.max(); i++) {
            more = new Repeat(more == null ? item : new Sequence(List.of(item, more)), 0, 1);
        }
        if (more != null) {
            items.add(more);
        }
        return sequence(items);
    }

    private Piece plus(Piece inner) {
        int id = fork(inner.start(), 0);
        close(inner, id);
        return new Piece(inner.start(), List.of(2 * id + 1), inner.canBeEmpty());
    }

    private Piece star(Piece inner) {
        if (inner.canBeEmpty()) {
            return optional(plus(inner));
        }
        int id = fork(inner.start(), 0);
        close(inner, id);
        return new Piece(id, List.of(2 * id + 1), true);
    }

    private Piece optional(Piece inner) {
        int id = fork(inner.start(), 0);
        List<Integer> ends = new ArrayList<>(inner.ends());
        ends.add(2 * id + 1);
        return new Piece(id, ends, true);
    }

    /** One instruction for each range; letters that are in it in both cases count once; characters beyond ASCII are six. */
    private Piece chars(CharSet set) {
        CharSet read = set.equals(CharSet.ALL) ? set.minus(CharSet.of('\n')) : set;
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int root = -1;
        for (int i = ranges(read); i > 0; i--) {
            int id = add(Kind.STEP);
            ends.add(2 * id);
            root = root < 0 ? id : fork(root, id);
        }
        if (read.beyond()) {
            int last = add(Kind.STEP);
            ends.add(2 * last);
            starts.add(follow(last));
            int second = follow(last);
            starts.add(follow(second));
            starts.add(follow(follow(second)));
            for (int start : starts) {
                root = root < 0 ? start : fork(root, start);
            }
        }
        return new Piece(root, ends, false);
    }

    private int follow(int next) {
        int id = add(Kind.STEP);
        instructions.get(id).out = next;
        return id;
    }

    private static int ranges(CharSet set) {
        CharSet capitals = CharSet.range('A', 'Z');
        boolean foldsCase = true;
        for (int c = 'A'; c <= 'Z'; c++) {
            foldsCase &= set.contains(c) == set.contains(c + ASCII_CASE);
        }
        boolean folded = foldsCase;
        return (int) set.ranges().stream()
                .filter(range -> !(folded && capitals.containsAll(CharSet.range(range.first(), range.last()))))
                .count();
    }
}
