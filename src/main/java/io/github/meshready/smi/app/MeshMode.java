package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.ManifestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the mesh does with all traffic alike, and who says so.
 *
 * @param dialect the mesh's version
 * @param permissive whether it allows every call between meshed pods
 * @param source what says so, for messages
 * @param egress whether calls out of the mesh pass
 * @param config its configuration, if it is known
 */
public record MeshMode(Dialect dialect, boolean permissive, String source, Egress egress, Optional<MeshConfig> config) {

    /** A mode of which nothing else is known. */
    public MeshMode(boolean permissive, String source) {
        this(Dialect.DEFAULT, permissive, source, Egress.of(Optional.empty(), Dialect.DEFAULT), Optional.empty());
    }

    /**
     * Reads the MeshConfig that the parameter names, else the one among the manifests; the parameter for permissive
     * mode outranks both. With none of them the strict mode is assumed: in it nothing works by accident.
     *
     * @throws InputException if the file is no MeshConfig that the mesh would read, or the manifests hold several
     */
    public static MeshMode of(Settings settings, Application application, FileNames names) {
        Dialect dialect = settings.dialect();
        Optional<MeshConfig> config =
                settings.meshConfig().map(file -> read(file, dialect, names)).or(() -> only(application.meshConfigs()));
        Egress egress = Egress.of(config.flatMap(MeshConfig::egress), dialect);
        return settings.permissive()
                .map(permissive -> new MeshMode(dialect, permissive, "smi.permissive", egress, config))
                .or(() -> config.flatMap(found -> found.permissive()
                        .map(permissive -> new MeshMode(dialect, permissive, described(found), egress, config))))
                .orElseGet(() -> new MeshMode(
                        dialect,
                        false,
                        config.map(found -> "assumed: the " + described(found) + " does not say")
                                .orElse(assumed(dialect)),
                        egress,
                        config));
    }

    /** The same mesh on the day on which permissive mode is switched off. */
    public MeshMode enforced() {
        return new MeshMode(dialect, false, source, egress, config);
    }

    /** Ports that every pod dials past its sidecar. */
    public Set<Integer> outboundPorts() {
        return config.map(MeshConfig::outboundPorts).orElse(Set.of());
    }

    /** Ports of every pod that others reach past its sidecar. */
    public Set<Integer> inboundPorts() {
        return config.map(MeshConfig::inboundPorts).orElse(Set.of());
    }

    /** Whether Egress objects have an effect: they do unless the MeshConfig says otherwise (charts/osm/values.yaml). */
    public boolean readsEgressPolicies() {
        return config.flatMap(MeshConfig::egressPolicies).orElse(true);
    }

    /** The default flipped between versions, so that silence means different things in different clusters. */
    private static String assumed(Dialect dialect) {
        return "assumed: no MeshConfig and no smi.permissive; " + dialect + " starts with it "
                + (dialect.isOpenByDefault() ? "on, OSM before 1.2 with it off" : "off, OSM from 1.2 on with it on");
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

    private static MeshConfig read(Path file, Dialect dialect, FileNames names) {
        String name = names.of(file);
        if (!names.disk().isFile(file)) {
            throw new InputException(new InputProblem(name, "there is no such file", "correct smi.meshConfig"));
        }
        try {
            List<MeshConfig> found = ApplicationReader.meshConfigs(
                    ManifestFile.parse(name, name, names.disk().read(file)), dialect);
            return only(found)
                    .orElseThrow(() -> new InputException(new InputProblem(
                            name,
                            "holds no MeshConfig of " + dialect.group("config") + " named " + dialect.meshConfigName()
                                    + ", the only one that " + dialect + " reads",
                            "save the output of: kubectl get meshconfig " + dialect.meshConfigName()
                                    + " -n NAMESPACE -o yaml; or correct smi.mesh")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
