package io.github.meshready.smi.mojo;

import io.github.meshready.smi.generate.ApplySetFolder;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.manifest.ManifestSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is verified.
 *
 * @param manifests the manifests
 * @param isGenerated whether {@code smi:generate} wrote them, so that the user's own files are elsewhere
 * @param description what they are, for the log
 */
record VerifyInput(ManifestSet manifests, boolean isGenerated, String description) {

    /**
     * Chooses the folder that was named, else the apply set that was made from the manifests, else these themselves.
     *
     * @param named the folder or file that somebody named
     * @param inputs what holds the manifests
     * @param output folder of the apply set
     * @param combined file that holds the apply set in one piece
     */
    static VerifyInput find(Optional<Path> named, Inputs inputs, Path output, Path combined, FileNames names)
            throws IOException {
        if (named.isPresent()) {
            ManifestSet set = ManifestReader.ofAnything(names).read(inputs.at(named.get()));
            return new VerifyInput(set, false, names.of(named.get()));
        }
        List<Path> ours = List.of(output, combined);
        String what = inputs.described(names);
        String folder = names.of(output);
        Optional<ManifestSet> written = new ApplySetFolder(output, names).read(inputs, ours);
        if (written.isPresent()) {
            return new VerifyInput(written.get(), true, folder + ", made from " + what);
        }
        ManifestSet set = ManifestReader.ofInput(names, ours).read(inputs);
        return new VerifyInput(set, false, what + " (no apply set in " + folder + " was made from it)");
    }
}
