package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run leaves behind in its output folder: which files are its own, and what they were made from.
 *
 * @param origin one line on where the content came from
 * @param inputs digest by name of every file that was read
 * @param files what the run wrote, by path below the folder
 */
public record OutputIndex(String origin, SortedMap<String, String> inputs, SortedMap<String, Output> files) {

    private static final String VERSION = "smi-maven-plugin 1";
    private static final String FIELD = "\t";
    private static final String LIST = ",";

    /** No run left anything. */
    public static final OutputIndex NONE = new OutputIndex("", new TreeMap<>(), new TreeMap<>());

    /**
     * A file that was written.
     *
     * @param digest its digest
     * @param input name of the file that it is a copy of, if it is one
     * @param patches what differs from that file
     */
    public record Output(String digest, Optional<String> input, List<Patch> patches) {

        public Output {
            patches = List.copyOf(patches);
        }
    }

    /** One line per fact, in one order. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(VERSION);
        lines.add(line("origin", origin));
        inputs.forEach((name, digest) -> lines.add(line("input", digest, name)));
        files.forEach((path, file) -> {
            String patches = String.join(
                    LIST, file.patches().stream().map(Patch::toString).toList());
            lines.add(
                    file.input().isPresent()
                            ? line("copy", file.digest(), path, file.input().get(), patches)
                            : line("file", file.digest(), path));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String line(String... fields) {
        return String.join(FIELD, fields);
    }

    /** Reads what {@link #text()} wrote; {@link #NONE} if it is anything else, so that nothing is taken for ours. */
    static OutputIndex parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(VERSION)) {
            return NONE;
        }
        String origin = "";
        SortedMap<String, String> inputs = new TreeMap<>();
        SortedMap<String, Output> files = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(FIELD, -1);
            switch (fields[0] + fields.length) {
                case "origin2" -> origin = fields[1];
                case "input3" -> inputs.put(fields[2], fields[1]);
                case "file3" -> files.put(fields[2], new Output(fields[1], Optional.empty(), List.of()));
                case "copy5" -> {
                    Optional<List<Patch>> patches = patches(fields[4]);
                    if (patches.isEmpty()) {
                        return NONE;
                    }
                    files.put(fields[2], new Output(fields[1], Optional.of(fields[3]), patches.get()));
                }
                default -> {
                    return NONE;
                }
            }
        }
        return new OutputIndex(origin, inputs, files);
    }

    private static Optional<List<Patch>> patches(String text) {
        List<Patch> patches = new ArrayList<>();
        try {
            for (String patch : text.isEmpty() ? new String[0] : text.split(LIST)) {
                patches.add(Patch.parse(patch));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not written by us
        }
        return Optional.of(patches);
    }

    /** Another index with the files of this one added: what may stand in the folder while one replaces the other. */
    OutputIndex during(OutputIndex next) {
        Map<String, Output> all = new LinkedHashMap<>(files);
        all.putAll(next.files());
        return new OutputIndex("unfinished", new TreeMap<>(), new TreeMap<>(all));
    }
}
