package io.github.meshready.smi.route.regex;

import io.github.meshready.smi.route.regex.Regex.Chars;
import io.github.meshready.smi.route.regex.Regex.Repeat;
import java.util.ArrayList;
import java.util.List;

/** What RE2 makes of repetitions before it compiles them (re2, regexp.cc and simplify.cc). */
final class Repetition {

    private Repetition() {}

    /** A repetition of a repetition, of the kinds {@code * + ?}, is one of them. */
    static Regex once(Regex item, Repeat repeat) {
        boolean both = isPlain(repeat) && item instanceof Repeat inner && isPlain(inner);
        if (!both) {
            return new Repeat(item, repeat.min(), repeat.max());
        }
        Repeat inner = (Repeat) item;
        boolean same = inner.min() == repeat.min() && inner.max() == repeat.max();
        return same ? inner : Regex.star(inner.item());
    }

    private static boolean isPlain(Repeat repeat) {
        return repeat.max() == Repeat.UNBOUNDED ? repeat.min() <= 1 : repeat.min() == 0 && repeat.max() == 1;
    }

    /** Repetitions of one character or class that follow each other, and what follows them of the same, are joined. */
    static List<Regex> joined(List<Regex> items) {
        List<Regex> all = new ArrayList<>();
        for (Regex item : items) {
            int last = all.size() - 1;
            Regex before = last < 0 ? null : all.get(last);
            if (before instanceof Repeat repeat && repeat.item() instanceof Chars && isOf(item, repeat.item())) {
                all.set(last, sum(repeat, item));
            } else if (!item.equals(Regex.EMPTY)) {
                all.add(item);
            }
        }
        return all;
    }

    private static boolean isOf(Regex item, Regex repeated) {
        return item.equals(repeated)
                || item instanceof Repeat repeat && repeat.item().equals(repeated);
    }

    private static Repeat sum(Repeat repeat, Regex more) {
        int min = more instanceof Repeat next ? next.min() : 1;
        int max = more instanceof Repeat next ? next.max() : 1;
        boolean unbounded = max == Repeat.UNBOUNDED || repeat.max() == Repeat.UNBOUNDED;
        return new Repeat(repeat.item(), repeat.min() + min, unbounded ? Repeat.UNBOUNDED : repeat.max() + max);
    }
}
