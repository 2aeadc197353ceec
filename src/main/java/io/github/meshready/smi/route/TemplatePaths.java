package io.github.meshready.smi.route;

import java.util.List;
import java.util.Optional;

/**
 * What a template means.
 *
 * @param patterns the forms of path that it matches: several where a part of it may be left out; none if it is no path
 * @param widened why they match more than the template says, in words; none where they match the same
 * @param remarks what of the template counts for nothing here, in words
 * @param problem why it is no path, in words; empty if it is one
 */
public record TemplatePaths(
        List<PathPattern> patterns, List<String> widened, List<String> remarks, Optional<String> problem) {

    public TemplatePaths {
        patterns = List.copyOf(patterns);
        widened = List.copyOf(widened);
        remarks = List.copyOf(remarks);
    }

    static TemplatePaths problem(String problem) {
        return new TemplatePaths(List.of(), List.of(), List.of(), Optional.of(problem));
    }
}
