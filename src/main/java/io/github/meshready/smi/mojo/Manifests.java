package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.ManifestSearch;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the manifests are.
 *
 * @param roots files and folders to read; none if nobody named one and none was found
 * @param description how they were chosen, for the log
 */
record Manifests(List<Path> roots, String description) {

    Manifests {
        roots = List.copyOf(roots);
    }

    static Manifests of(List<Path> configured, ManifestSearch search, FileNames names) {
        if (!configured.isEmpty()) {
            return new Manifests(configured, "Manifests: " + joined(configured, names) + " (smi.manifests)");
        }
        ManifestSearch.Result found = search.search();
        if (found.taken().isEmpty()) {
            String places = joined(search.places().toList(), names);
            return new Manifests(List.of(), "no manifests in any of: " + places);
        }
        String others = found.others().isEmpty()
                ? ""
                : "; not taken: " + joined(found.others(), names) + " (set smi.manifests to choose)";
        return new Manifests(
                found.taken(), "Manifests: " + joined(found.taken(), names) + " (first place found" + others + ")");
    }

    private static String joined(List<Path> paths, FileNames names) {
        return String.join(", ", paths.stream().map(names::of).toList());
    }
}
