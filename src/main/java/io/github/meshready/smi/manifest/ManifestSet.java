package io.github.meshready.smi.manifest;

import java.util.List;
import java.util.SortedMap;

/**
 * What was found below the input files and folders.
 *
 * @param files the manifests, by path
 * @param skipped files that are none, each with the reason
 * @param digests digest by name of every file that was looked at, skipped ones included
 */
public record ManifestSet(List<ManifestFile> files, List<SkippedFile> skipped, SortedMap<String, String> digests) {

    public ManifestSet {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }
}
