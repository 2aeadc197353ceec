package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes one tree and then the other, for ever, until somebody kills it. */
final class WriteLoop {

    private static final int FILES = 12;

    private WriteLoop() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        System.out.println("writing");
        for (int round = 0; true; round++) {
            write(folder, round % 2 == 0 ? "old" : "new");
        }
    }

    static void write(Path folder, String version) throws IOException {
        SortedMap<String, OutputIndex.Output> files = new TreeMap<>();
        Map<String, byte[]> contents = contents(version);
        contents.forEach((path, content) ->
                files.put(path, new OutputIndex.Output(Digest.of(content), Optional.empty(), java.util.List.of())));
        new OutputFolder(folder, new FileNames(folder.getParent()))
                .write(new OutputIndex(version, new TreeMap<>(), files), contents);
    }

    /** Twelve files of 50 kB; one of them is in one version only. */
    static Map<String, byte[]> contents(String version) {
        Map<String, byte[]> contents = new HashMap<>();
        for (int i = 0; i < FILES; i++) {
            byte[] content = (version + i + "\n").repeat(10_000).getBytes(StandardCharsets.UTF_8);
            contents.put(i % 3 == 0 ? "deep/" + i + ".yaml" : i + ".yaml", content);
        }
        contents.put(version + ".yaml", version.getBytes(StandardCharsets.UTF_8));
        return contents;
    }
}
