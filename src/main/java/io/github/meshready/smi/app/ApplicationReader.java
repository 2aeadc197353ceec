package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.TreeComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an application out of its manifests. */
public final class ApplicationReader {

    /** Kinds that decide who runs as whom and who may call whom: two versions of one make every answer a guess. */
    private static final Set<String> DECISIVE = Set.of(
            "Namespace", "Service", "ServiceAccount", "TrafficTarget", "HTTPRouteGroup", "TCPRoute", "MeshConfig");

    private final String defaultNamespace;
    private final Dialect dialect;

    private final List<KubeObject> objects = new ArrayList<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<KubeObject> accounts = new ArrayList<>();
    private final List<Namespace> namespaces = new ArrayList<>();
    private final List<MeshConfig> meshConfigs = new ArrayList<>();
    private final Map<String, KubeObject> decisive = new HashMap<>();
    private final List<ConfigData> configs = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<InputProblem> problems = new ArrayList<>();

    /**
     * Makes a reader.
     *
     * @param defaultNamespace the namespace of objects that name none
     * @param dialect the version of the mesh that is to make sense of them
     */
    public ApplicationReader(String defaultNamespace, Dialect dialect) {
        this.defaultNamespace = defaultNamespace;
        this.dialect = dialect;
    }

    /**
     * Reads an application. An object that stands in the files twice, word for word the same, counts once.
     *
     * @throws InputException naming every object that the API server would reject, or that has two meanings
     */
    public Application read(List<ManifestFile> files) {
        ObjectReader reader = new ObjectReader(defaultNamespace);
        for (ManifestFile file : files) {
            collect(() -> reader.read(file).forEach(object -> collect(() -> add(object))));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        remarks.addAll(0, reader.remarks());
        return new Application(objects, workloads, services, accounts, namespaces, meshConfigs, configs, remarks);
    }

    /** Reads MeshConfigs out of a file of their own: those of the name that the mesh reads. */
    public static List<MeshConfig> meshConfigs(ManifestFile file, Dialect dialect) {
        return new ObjectReader("default")
                .read(file).stream()
                        .filter(object -> MeshConfig.isOne(object, dialect))
                        .map(MeshConfig::of)
                        .toList();
    }

    private void collect(Runnable step) {
        try {
            step.run();
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
    }

    private void add(KubeObject object) {
        objects.add(object);
        RemovedVersion.remark(object).ifPresent(remarks::add);
        Optional<WorkloadKind> kind = WorkloadKind.of(object);
        if ((kind.isPresent() || DECISIVE.contains(object.kind())) && isRepeated(object)) {
            return;
        }
        if (kind.isPresent()) {
            workloads.add(new WorkloadReader().read(object, kind.get()));
        } else if (object.is("", "Service")) {
            services.add(new ServiceReader(dialect).read(object));
        } else if (object.is("", "ServiceAccount")) {
            accounts.add(object);
        } else if (object.is("", "Namespace")) {
            Fields metadata = object.fields().requiredMapping("metadata");
            namespaces.add(new Namespace(object, metadata.texts("labels"), metadata.texts("annotations")));
        } else if (ConfigData.of(object).isPresent()) {
            configs.add(ConfigData.of(object).get());
        } else if (MeshConfig.isOne(object, dialect)) {
            meshConfigs.add(MeshConfig.of(object));
        }
    }

    private boolean isRepeated(KubeObject object) {
        KubeObject first = decisive.putIfAbsent(object.identity(), object);
        if (first == null) {
            return false;
        }
        if (!TreeComparison.isSame(first.root(), object.root())) {
            throw new InputException(new InputProblem(
                    object.location(),
                    object.described() + " is defined a second time and differently (first at " + first.location()
                            + "); which one holds depends on the order of application",
                    "keep one; for several environments, name one of their folders in smi.manifests"));
        }
        return true;
    }
}
