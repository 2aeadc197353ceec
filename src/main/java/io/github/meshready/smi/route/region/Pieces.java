package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.regex.Automaton;
import io.github.meshready.smi.route.regex.CharSet;
import io.github.meshready.smi.route.regex.Elimination;
import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.regex.TooLargeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the paths of a box as expressions that proxies take: as one, or as several that share no path. A segment other than some fixed
 * texts is large to write; it is cut by the characters that it starts with, as a fixed start costs nothing.
 */
final class Pieces {

    /** More matches than that for one route are no longer readable. */
    private static final int MAX_PIECES = 16;

    private final PathForm form;

    Pieces(PathForm form) {
        this.form = form;
    }

    /** Empty if there is no way within the proxies' limits. */
    Optional<List<Regex>> of(Box box) {
        Optional<Regex> whole = box.regex().filter(form::fits);
        if (whole.isPresent()) {
            return Optional.of(List.of(whole.get()));
        }
        for (int i = box.segments().size() - 1; i >= 0; i--) {
            if (box.segments().get(i) instanceof SegmentSet.Carved carved) {
                Optional<List<Regex>> pieces = cut(box, i, carved.texts());
                if (pieces.isPresent()) {
                    return pieces;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<Regex>> cut(Box box, int index, Automaton texts) {
        List<Regex> pieces = new ArrayList<>();
        try {
            return cut(box, index, texts, "", pieces) ? Optional.of(pieces) : Optional.empty();
        } catch (TooLargeException e) {
            return Optional.empty();
        }
    }

    private boolean cut(Box box, int index, Automaton texts, String start, List<Regex> pieces) {
        if (texts.isEmpty()) {
            return true;
        }
        Optional<Regex> whole = fitting(box, index, texts);
        if (whole.isPresent()) {
            pieces.add(whole.get());
            return pieces.size() <= MAX_PIECES;
        }
        List<CharSet> single =
                texts.waysOn(start).stream().filter(set -> set.size() == 1).toList();
        if (single.isEmpty() || pieces.size() > MAX_PIECES) {
            return false;
        }
        Automaton rest = texts;
        for (CharSet set : single) {
            rest = rest.minus(startingWith(start + (char) set.first()));
        }
        if (!rest.isEmpty()) {
            Optional<Regex> others = fitting(box, index, rest);
            if (others.isEmpty()) {
                return false;
            }
            pieces.add(others.get());
        }
        for (CharSet set : single) {
            String longer = start + (char) set.first();
            if (!cut(box, index, texts.and(startingWith(longer)), longer, pieces)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Regex> fitting(Box box, int index, Automaton texts) {
        return Elimination.regex(texts)
                .flatMap(segment -> box.regex(index, segment))
                .filter(form::fits);
    }

    private static Automaton startingWith(String start) {
        return Automaton.of(Regex.sequence(Regex.text(start), Regex.star(Regex.chars(CharSet.ALL))))
                .orElseThrow();
    }
}
