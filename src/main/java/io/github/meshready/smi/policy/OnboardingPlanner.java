package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings the namespaces of workloads into the mesh, as {@code osm namespace add} does. */
final class OnboardingPlanner {

    private final Application application;
    private final String meshName;
    private final Dialect dialect;

    OnboardingPlanner(Application application, String meshName, Dialect dialect) {
        this.application = application;
        this.meshName = meshName;
        this.dialect = dialect;
    }

    /** Plans by namespace. */
    SortedMap<String, NamespacePlan> plan() {
        SortedMap<String, NamespacePlan> plans = new TreeMap<>();
        for (Workload workload : application.workloads()) {
            plans.computeIfAbsent(workload.namespace(), this::plan);
        }
        return plans;
    }

    private NamespacePlan plan(String name) {
        Optional<Namespace> declared = application.namespace(name);
        Map<String, String> labels = declared.map(Namespace::labels).orElse(Map.of());
        Map<String, String> annotations =
                new HashMap<>(declared.map(Namespace::annotations).orElse(Map.of()));
        Optional<String> obstacle = new Onboarding(dialect).obstacle(name, labels);
        if (obstacle.isPresent()) {
            return new NamespacePlan(name, declared, obstacle, false, false, annotations);
        }
        String mesh = labels.get(dialect.monitoredBy());
        if (mesh != null && !mesh.equals(meshName)) {
            throw otherMesh(declared.orElseThrow(), mesh);
        }
        boolean addAnnotation = annotations.putIfAbsent(dialect.injection(), Onboarding.ENABLED) == null;
        return new NamespacePlan(name, declared, obstacle, mesh == null, addAnnotation, annotations);
    }

    private InputException otherMesh(Namespace namespace, String mesh) {
        return new InputException(new InputProblem(
                namespace.object().location(),
                "namespace " + namespace.name() + " belongs to mesh " + Printable.text(mesh) + ", not to " + meshName
                        + "; a namespace has one mesh",
                "set smi.meshName to " + Printable.text(mesh) + ", or remove the label " + dialect.monitoredBy()));
    }
}
