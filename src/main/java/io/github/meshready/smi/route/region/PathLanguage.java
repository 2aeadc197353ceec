package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.PathPattern;
import io.github.meshready.smi.route.Segment;
import io.github.meshready.smi.route.regex.Automaton;
import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.regex.RegexText;
import java.util.List;
import java.util.Optional;

/**
 * A form of path, worked out.
 *
 * @param steps its segments
 * @param key its expression, which tells it apart from others
 * @param label it in words that fit into a name
 */
record PathLanguage(PathPattern pattern, List<Step> steps, String key, String label) {

    /**
     * A segment, worked out.
     *
     * @param set its texts
     * @param texts the same; empty where there is one text only
     */
    record Step(SegmentSet set, Optional<Automaton> texts) {}

    /** Empty if the expression of a variable is too large to work with. */
    static Optional<PathLanguage> of(PathPattern pattern) {
        List<Optional<Step>> steps =
                pattern.segments().stream().map(PathLanguage::step).toList();
        if (steps.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Step> all = steps.stream().map(Optional::orElseThrow).toList();
        Box box = Box.of(pattern);
        return Optional.of(
                new PathLanguage(pattern, all, RegexText.of(box.regex().orElseThrow()), box.label()));
    }

    private static Optional<Step> step(Segment segment) {
        Optional<String> fixed = segment.fixedText();
        if (fixed.isPresent()) {
            return Optional.of(new Step(new SegmentSet.Fixed(fixed.get()), Optional.empty()));
        }
        Regex regex = segment.regex();
        return Automaton.of(regex)
                .map(texts -> new Step(new SegmentSet.Whole(regex, segment.label()), Optional.of(texts)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathLanguage path && key.equals(path.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
