package io.github.meshready.smi.generate;

import io.github.meshready.smi.manifest.Digest;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.manifest.ManifestSet;
import io.github.meshready.smi.manifest.OutputFolder;
import io.github.meshready.smi.manifest.OutputFolder.Changes;
import io.github.meshready.smi.manifest.OutputIndex;
import io.github.meshready.smi.manifest.OutputIndex.Output;
import io.github.meshready.smi.manifest.Provenance;
import io.github.meshready.smi.manifest.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder that holds an apply set: written by one goal, and read by the next while it is still up to date. */
public final class ApplySetFolder {

    private static final int SHOWN = 5;

    private final Path folder;
    private final FileNames names;
    private final OutputFolder output;

    public ApplySetFolder(Path folder, FileNames names) {
        this.folder = folder;
        this.names = names;
        this.output = new OutputFolder(folder, names);
    }

    /**
     * Writes an apply set.
     *
     * @param inputs what it was made from
     * @param read what was found there
     * @param files the apply set
     * @throws InputException if something that is not ours stands in the way; nothing was written then
     */
    Changes write(Inputs inputs, ManifestSet read, List<ManifestFile> files) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        SortedMap<String, Output> outputs = new TreeMap<>();
        for (ManifestFile file : files) {
            byte[] bytes = file.bytes();
            Optional<Provenance> from = file.source().provenance();
            contents.put(file.path(), bytes);
            outputs.put(
                    file.path(),
                    new Output(
                            Digest.of(bytes),
                            from.map(provenance -> provenance.source().name()),
                            from.map(Provenance::patches).orElse(List.of())));
        }
        return output.write(new OutputIndex(inputs.origin(names), read.digests(), outputs), contents);
    }

    /**
     * Reads the apply set that was made from these manifests.
     *
     * @param inputs what it has to be made from
     * @param excluded files and folders that were not looked at
     * @return empty if there is none
     * @throws InputException if the manifests are others now
     */
    public Optional<ManifestSet> read(Inputs inputs, List<Path> excluded) throws IOException {
        OutputIndex index = output.index();
        if (!index.origin().equals(inputs.origin(names))) {
            return Optional.empty();
        }
        Map<String, byte[]> contents = ManifestReader.ofInput(names, excluded).contents(inputs);
        List<String> changes = changes(index.inputs(), contents);
        if (!changes.isEmpty()) {
            throw stale(changes);
        }
        ManifestSet set = ManifestReader.ofAnything(names).read(inputs.at(folder));
        List<ManifestFile> files = set.files().stream()
                .map(file -> isAsWritten(file, index, set) ? withPlaces(file, index, contents) : file)
                .toList();
        return Optional.of(new ManifestSet(files, set.skipped(), set.digests()));
    }

    /** Whether a file is a copy that nobody edited since. */
    private static boolean isAsWritten(ManifestFile file, OutputIndex index, ManifestSet read) {
        Output output = index.files().get(file.path());
        return output != null
                && output.input().isPresent()
                && output.digest().equals(read.digests().get(file.source().name()));
    }

    /** Names places in a copy by where they are in the user's own file. */
    private static ManifestFile withPlaces(ManifestFile file, OutputIndex index, Map<String, byte[]> inputs) {
        Output output = index.files().get(file.path());
        String input = output.input().orElseThrow();
        return file.madeFrom(
                new Provenance(SourceText.decode(input, inputs.get(input), Limits.LARGEST), output.patches()));
    }

    private static List<String> changes(SortedMap<String, String> then, Map<String, byte[]> now) {
        List<String> changes = new ArrayList<>();
        then.forEach((name, digest) -> {
            if (!now.containsKey(name)) {
                changes.add(name + " is gone");
            } else if (!digest.equals(Digest.of(now.get(name)))) {
                changes.add(name + " has changed");
            }
        });
        now.keySet().stream().filter(name -> !then.containsKey(name)).forEach(name -> changes.add(name + " is new"));
        return changes;
    }

    private InputException stale(List<String> changes) {
        String some = String.join(", ", changes.subList(0, Math.min(SHOWN, changes.size())));
        String more = changes.size() > SHOWN ? ", and " + (changes.size() - SHOWN) + " more" : "";
        return new InputException(new InputProblem(
                names.of(folder),
                "was made from other manifests (" + some + more + "); what it holds says nothing of these",
                "run smi:generate again; to verify the folder as it is, name it in smi.applySet"));
    }
}
