package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.ManifestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the mesh does with all traffic alike, and who says so.
 *
 * @param permissive whether it allows every call between meshed pods
 * @param source what says so, for messages
 * @param egress whether calls out of the mesh pass
 * @param outboundPorts ports that every pod dials past its sidecar
 * @param inboundPorts ports of every pod that others reach past its sidecar
 */
public record MeshMode(
        boolean permissive, String source, Egress egress, Set<Integer> outboundPorts, Set<Integer> inboundPorts) {

    public MeshMode {
        outboundPorts = Set.copyOf(outboundPorts);
        inboundPorts = Set.copyOf(inboundPorts);
    }

    /** A mode of which nothing else is known. */
    public MeshMode(boolean permissive, String source) {
        this(permissive, source, Egress.ASSUMED_OPEN, Set.of(), Set.of());
    }

    /**
     * Reads the MeshConfig that the parameter names, else the one among the manifests; the parameter for permissive
     * mode outranks both. With none of them the strict mode is assumed: in it nothing works by accident.
     *
     * @throws InputException if the file is no MeshConfig that the mesh would read, or the manifests hold several
     */
    public static MeshMode of(Settings settings, Application application, FileNames names) {
        Optional<MeshConfig> config =
                settings.meshConfig().map(file -> read(file, names)).or(() -> only(application.meshConfigs()));
        MeshMode mode = config.flatMap(
                        found -> found.permissive().map(permissive -> new MeshMode(permissive, described(found))))
                .orElse(new MeshMode(false, "assumed, as neither a MeshConfig nor smi.permissive says"));
        return new MeshMode(
                settings.permissive().orElse(mode.permissive()),
                settings.permissive().isPresent() ? "smi.permissive" : mode.source(),
                Egress.of(config.flatMap(MeshConfig::egress)),
                config.map(MeshConfig::outboundPorts).orElse(Set.of()),
                config.map(MeshConfig::inboundPorts).orElse(Set.of()));
    }

    private static String described(MeshConfig config) {
        return "MeshConfig in " + config.location().file();
    }

    /** The mesh reads the one in its own namespace, which the manifests do not name. */
    private static Optional<MeshConfig> only(List<MeshConfig> configs) {
        if (configs.size() > 1) {
            throw new InputException(new InputProblem(
                    configs.get(1).location(),
                    "there is another MeshConfig at " + configs.get(0).location() + "; the mesh reads only the one in"
                            + " its own namespace",
                    "name the file that holds it in smi.meshConfig"));
        }
        return configs.stream().findFirst();
    }

    private static MeshConfig read(Path file, FileNames names) {
        String name = names.of(file);
        if (!Files.isRegularFile(file)) {
            throw new InputException(new InputProblem(name, "there is no such file", "correct smi.meshConfig"));
        }
        try {
            List<MeshConfig> found =
                    ApplicationReader.meshConfigs(ManifestFile.parse(name, name, Files.readAllBytes(file)));
            return only(found)
                    .orElseThrow(() -> new InputException(new InputProblem(
                            name,
                            "holds no MeshConfig named " + MeshConfig.NAME + ", the only one that the mesh reads",
                            "save the output of: kubectl get meshconfig " + MeshConfig.NAME
                                    + " -n NAMESPACE -o yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
