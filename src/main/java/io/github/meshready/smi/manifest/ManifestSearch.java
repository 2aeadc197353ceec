package io.github.meshready.smi.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds where a project keeps its manifests when nobody says so: generators' output first, then the folders that people
 * use. The first place that exists is taken, because two of them often hold the same objects for two environments.
 */
public final class ManifestSearch {

    private static final List<String> HAND_WRITTEN = List.of(
            "src/main/k8s", "src/main/kubernetes", "k8s", "kubernetes", "deploy", "manifests", "kubernetes-manifests");

    private final Path base;
    private final Path buildDirectory;
    private final Disk disk;

    /**
     * @param base the project's folder
     * @param buildDirectory the project's {@code target}
     */
    public ManifestSearch(Path base, Path buildDirectory, Disk disk) {
        this.base = base;
        this.buildDirectory = buildDirectory;
        this.disk = disk;
    }

    /**
     * What the search came to.
     *
     * @param taken the first place that exists; none if there is none
     * @param others places that exist too and were not taken
     */
    public record Result(List<Path> taken, List<Path> others) {

        public Result {
            taken = List.copyOf(taken);
            others = List.copyOf(others);
        }
    }

    public Result search() {
        List<Path> found = new ArrayList<>(places().filter(disk::exists).toList());
        if (found.isEmpty()) {
            return new Result(List.of(), List.of());
        }
        return new Result(found.subList(0, 1), found.subList(1, found.size()));
    }

    /** The places in order of precedence, for messages. */
    public Stream<Path> places() {
        Stream<Path> generated = Stream.of(
                        "classes/META-INF/jkube/kubernetes.yml",
                        "classes/META-INF/dekorate/kubernetes.yml",
                        "kubernetes/kubernetes.yml")
                .map(buildDirectory::resolve);
        return Stream.concat(generated, HAND_WRITTEN.stream().map(base::resolve));
    }
}
