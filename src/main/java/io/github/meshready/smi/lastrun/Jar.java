package io.github.meshready.smi.lastrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** Tells one build of the plugin from another. */
public final class Jar {

    private Jar() {}

    /**
     * Name, size and CRC-32 of a jar. Whoever can make another jar look the same can make it do anything; it is about snapshots that are
     * built anew, which the checksum tells apart a hundred times faster in a JVM that has just started than a digest.
     *
     * @return empty if there is none, as with the classes of a plugin in the same build
     */
    public static Optional<String> described(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(jar);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            return Optional.of(jar.getFileName() + " " + content.length + " " + checksum.getValue());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
