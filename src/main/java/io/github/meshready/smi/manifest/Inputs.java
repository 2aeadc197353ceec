package io.github.meshready.smi.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to read.
 *
 * @param places where the manifests are
 * @param excludes patterns of files that are none of the application's, by their names as people see them
 * @param limits how much to read at most
 * @param renderer what makes manifests of a folder with a kustomization; empty to read its files as they are
 */
public record Inputs(
        List<Input> places, List<PathPattern> excludes, Limits limits, Optional<KustomizationRenderer> renderer) {

    public Inputs {
        places = List.copyOf(places);
        excludes = List.copyOf(excludes);
    }

    /** Everything in some files and folders. */
    public static Inputs of(List<Path> places) {
        return new Inputs(places.stream().map(Input::new).toList(), List.of(), Limits.DEFAULT, Optional.empty());
    }

    /** The same conditions for another place. */
    public Inputs at(Path place) {
        return new Inputs(List.of(new Input(place)), excludes, limits, renderer);
    }

    /** The places as people know them. */
    public String described(FileNames names) {
        return places.stream().map(place -> place.name(names)).collect(Collectors.joining(", "));
    }

    /** What another run has to be given to read the same: places, and what makes a difference there. */
    public String origin(FileNames names) {
        String but = excludes.isEmpty()
                ? ""
                : " but " + excludes.stream().map(PathPattern::toString).collect(Collectors.joining(", "));
        return described(names) + but + (renderer.isPresent() ? ", kustomized" : "");
    }
}
