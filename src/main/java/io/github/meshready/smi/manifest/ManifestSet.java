package io.github.meshready.smi.manifest;

import java.util.List;

/**
 * What was found below the input files and folders.
 *
 * @param files the manifests, by path
 * @param skipped files that are none, each with the reason
 */
public record ManifestSet(List<ManifestFile> files, List<SkippedFile> skipped) {

    public ManifestSet {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }
}
