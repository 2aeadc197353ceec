package io.github.meshready.smi.route;

import io.github.meshready.smi.route.regex.Regex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a path may have between two slashes.
 *
 * @param parts its parts; none for the empty segment, as at the end of {@code /books/}
 */
public record Segment(List<Part> parts) {

    public Segment {
        parts = List.copyOf(parts);
    }

    static Segment of(Part... parts) {
        return new Segment(List.of(parts));
    }

    /** The only text that it may be, as it is sent; empty if there are several. */
    public Optional<String> fixedText() {
        return parts.stream().allMatch(part -> part instanceof Part.Text)
                ? Optional.of(
                        parts.stream().map(part -> ((Part.Text) part).text()).collect(Collectors.joining()))
                : Optional.empty();
    }

    /** The texts that it may be, as they are sent. */
    public Regex regex() {
        return Regex.sequence(parts.stream()
                .map(part ->
                        part instanceof Part.Text fixed ? Regex.text(fixed.text()) : ((Part.Variable) part).regex())
                .toList());
    }

    /** In words that fit into a name. */
    public String label() {
        return parts.stream()
                .map(part -> part instanceof Part.Text fixed ? fixed.text() : ((Part.Variable) part).name())
                .collect(Collectors.joining("-"));
    }
}
