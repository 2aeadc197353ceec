package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.PathPattern;
import io.github.meshready.smi.route.PathPattern.Tail;
import io.github.meshready.smi.route.WireText;
import io.github.meshready.smi.route.regex.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Paths of one form: any text of each set, in any combination.
 *
 * @param segments what may stand after each slash
 * @param tail what may follow
 * @param optionalSlash whether one more slash may end it
 */
record Box(List<SegmentSet> segments, Tail tail, boolean optionalSlash) {

    Box {
        segments = List.copyOf(segments);
    }

    static Box of(PathPattern pattern) {
        return new Box(
                pattern.segments().stream()
                        .map(segment -> segment.fixedText()
                                .<SegmentSet>map(SegmentSet.Fixed::new)
                                .orElseGet(() -> new SegmentSet.Whole(segment.regex(), segment.label())))
                        .toList(),
                pattern.tail(),
                false);
    }

    /** The paths as an expression, without anchors; empty if that would be too large. */
    Optional<Regex> regex() {
        return regex(-1, Regex.EMPTY);
    }

    /** The same with another expression for one of the segments. */
    Optional<Regex> regex(int index, Regex replacement) {
        List<Regex> parts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Optional<Regex> segment =
                    i == index ? Optional.of(replacement) : segments.get(i).regex();
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            parts.add(Regex.text("/"));
            parts.add(segment.get());
        }
        Regex below = Regex.sequence(Regex.text("/"), Regex.star(Regex.chars(WireText.PATH)));
        if (tail != Tail.NONE) {
            parts.add(tail == Tail.OPEN && !segments.isEmpty() ? Regex.optional(below) : below);
        } else if (optionalSlash) {
            parts.add(Regex.optional(Regex.text("/")));
        }
        return Optional.of(Regex.sequence(parts));
    }

    String key() {
        return segments.stream().map(SegmentSet::key).collect(Collectors.joining("/", "/", "/" + tail + optionalSlash));
    }

    /** Whether something was taken away from what templates say. */
    boolean isCarved() {
        return segments.stream().anyMatch(each -> each instanceof SegmentSet.Carved);
    }

    /** In words that fit into a name. */
    String label() {
        List<String> words = new ArrayList<>(segments.stream()
                .map(SegmentSet::label)
                .filter(word -> !word.isEmpty())
                .toList());
        if (tail != Tail.NONE) {
            words.add("all");
        }
        return words.isEmpty() ? "root" : String.join("-", words);
    }
}
