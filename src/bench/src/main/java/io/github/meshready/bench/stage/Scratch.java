package io.github.meshready.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of its own, for a while. */
final class Scratch {

    private final Path folder;

    Scratch() throws IOException {
        folder = Files.createTempDirectory("smi-bench");
    }

    Path folder() {
        return folder;
    }

    void remove() throws IOException {
        remove(folder);
    }

    /** Removes a folder and all that is in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
