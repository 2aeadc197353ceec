package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.policy.DeclaredSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What to generate.
 *
 * @param base the project's folder, which names in outputs are relative to
 * @param inputs what to read
 * @param outputDirectory folder of the apply set; ours alone
 * @param combinedFile file that holds the apply set in one piece
 * @param settings the mesh
 * @param declarations calls that the build's configuration declares
 * @param accountMode which workloads get an account of their own
 * @param externalAccounts accounts that exist without a manifest
 * @param splits TrafficSplits to write
 */
public record GenerateRequest(
        Path base,
        Inputs inputs,
        Path outputDirectory,
        Path combinedFile,
        Settings settings,
        Declarations declarations,
        AccountMode accountMode,
        Set<ObjectName> externalAccounts,
        List<DeclaredSplit> splits) {

    /** A request without TrafficSplits. */
    public GenerateRequest(
            Path base,
            Inputs inputs,
            Path outputDirectory,
            Path combinedFile,
            Settings settings,
            Declarations declarations,
            AccountMode accountMode,
            Set<ObjectName> externalAccounts) {
        this(
                base,
                inputs,
                outputDirectory,
                combinedFile,
                settings,
                declarations,
                accountMode,
                externalAccounts,
                List.of());
    }

    public GenerateRequest {
        externalAccounts = Set.copyOf(externalAccounts);
        splits = List.copyOf(splits);
    }
}
