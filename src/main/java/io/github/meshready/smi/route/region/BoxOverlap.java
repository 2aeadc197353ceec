package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.PathPattern.Tail;
import io.github.meshready.smi.route.regex.Automaton;
import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.regex.TooLargeException;
import java.util.List;

/** Whether an entry has paths in common with a box before anything was taken away from it. */
final class BoxOverlap {

    private BoxOverlap() {}

    static boolean of(Box box, Entry entry) {
        List<PathLanguage.Step> steps = entry.path().steps();
        int common = Math.min(steps.size(), box.segments().size());
        boolean shorterIsOpen = steps.size() == box.segments().size()
                || (steps.size() < box.segments().size() ? entry.pattern().tail() : box.tail()) != Tail.NONE;
        if (!shorterIsOpen) {
            return false;
        }
        for (int i = 0; i < common; i++) {
            if (!overlap(whole(box.segments().get(i)), steps.get(i).set())) {
                return false;
            }
        }
        return true;
    }

    private static Regex whole(SegmentSet set) {
        return set instanceof SegmentSet.Carved carved
                ? carved.whole()
                : set.regex().orElseThrow();
    }

    private static boolean overlap(Regex one, SegmentSet other) {
        try {
            Automaton texts = Automaton.of(one).orElseThrow();
            return !texts.and(Automaton.of(other.regex().orElseThrow()).orElseThrow())
                    .isEmpty();
        } catch (TooLargeException e) {
            return true; // to be on the safe side
        }
    }
}
