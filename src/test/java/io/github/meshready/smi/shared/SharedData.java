package io.github.meshready.smi.shared;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data kept beside the project, which a fresh clone does not have: tests that need it skip, and say so. */
final class SharedData {

    private static final Path ROOT = Path.of("..", "shared");

    private SharedData() {}

    static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is not there");
        return folder;
    }

    static boolean isThere(String name) {
        return Files.isDirectory(ROOT.resolve(name));
    }
}
