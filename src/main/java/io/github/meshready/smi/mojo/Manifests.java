package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Input;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestSearch;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the manifests are.
 *
 * @param inputs what to read; nothing if nobody named a place and none was found
 * @param description how it was chosen, for the log
 */
record Manifests(Inputs inputs, String description) {

    /** @param configured what somebody named, else nothing, with all that holds for any place */
    static Manifests of(Inputs configured, ManifestSearch search, FileNames names) {
        if (!configured.places().isEmpty()) {
            return new Manifests(configured, "Manifests: " + configured.described(names) + " (smi.manifests)");
        }
        ManifestSearch.Result found = search.search();
        if (found.taken().isEmpty()) {
            String places = joined(search.places().toList(), names);
            return new Manifests(configured, "no manifests in any of: " + places);
        }
        String others = found.others().isEmpty()
                ? ""
                : "; not taken: " + joined(found.others(), names) + " (set smi.manifests to choose)";
        Inputs taken = new Inputs(
                found.taken().stream().map(Input::new).toList(),
                configured.excludes(),
                configured.limits(),
                configured.renderer());
        return new Manifests(taken, "Manifests: " + taken.described(names) + " (first place found" + others + ")");
    }

    boolean isEmpty() {
        return inputs.places().isEmpty();
    }

    private static String joined(List<Path> paths, FileNames names) {
        return String.join(", ", paths.stream().map(names::of).toList());
    }
}
