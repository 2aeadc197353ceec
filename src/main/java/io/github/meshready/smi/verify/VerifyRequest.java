package io.github.meshready.smi.verify;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.List;
import java.util.Set;

/**
 * What to verify.
 *
 * @param files the manifests, as they would be applied
 * @param settings the mesh
 * @param declarations calls that the build's configuration declares
 * @param externalAccounts accounts that exist without a manifest
 * @param names how files are named
 * @param invariants what has to hold of everything that the mesh lets through
 */
public record VerifyRequest(
        List<ManifestFile> files,
        Settings settings,
        Declarations declarations,
        Set<ObjectName> externalAccounts,
        FileNames names,
        List<Invariant> invariants) {

    /** What to verify where nothing else has to hold. */
    public VerifyRequest(
            List<ManifestFile> files,
            Settings settings,
            Declarations declarations,
            Set<ObjectName> externalAccounts,
            FileNames names) {
        this(files, settings, declarations, externalAccounts, names, List.of());
    }

    public VerifyRequest {
        files = List.copyOf(files);
        externalAccounts = Set.copyOf(externalAccounts);
        invariants = List.copyOf(invariants);
    }
}
