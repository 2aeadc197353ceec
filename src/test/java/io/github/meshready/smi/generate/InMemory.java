package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.policy.Planner;
import io.github.meshready.smi.policy.PolicyReader;
import io.github.meshready.smi.policy.PolicySet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What {@link Generator} does, without files: it takes a tenth of the time. ExactAccessTest compares the two. */
public final class InMemory {

    private static final Settings SETTINGS = Settings.DEFAULT;

    private static final MeshMode ENFORCED = new MeshMode(false, "test");

    private InMemory() {}

    /** The texts of the apply set of an application that stands in one file. */
    public static List<String> generate(RandomApplication application) {
        return texts(applySet(application));
    }

    static List<ManifestFile> applySet(RandomApplication application) {
        return generate(List.of(file("app.yaml", application.documents())), application);
    }

    static List<ManifestFile> generate(List<ManifestFile> files, RandomApplication random) {
        Application application = read(files);
        CallGraph graph = new CallFinder(application, random.declarations()).find();
        PolicySet existing = new PolicyReader(SETTINGS.dialect()).read(application);
        Plan plan = new Planner(application, graph, existing, request(random), ENFORCED).plan();
        EditedFiles edited = new EditedFiles(plan, application, files, SETTINGS);
        return new ApplySet(plan, edited, ENFORCED, SETTINGS.meshName(), "target/smi").files();
    }

    static PlanRequest request(RandomApplication random) {
        return PlanRequest.of(SETTINGS, random.mode(), Set.of()).with(random.splits());
    }

    private static Application read(List<ManifestFile> files) {
        return new ApplicationReader(SETTINGS.defaultNamespace(), SETTINGS.dialect()).read(files);
    }

    static ManifestFile file(String name, List<String> documents) {
        return ManifestFile.parse(name, name, String.join("---\n", documents).getBytes(StandardCharsets.UTF_8));
    }

    public static List<String> texts(List<ManifestFile> files) {
        return files.stream().map(file -> file.source().text()).toList();
    }

    /** The mesh once these files have been applied; policies are enforced. */
    static Mesh mesh(List<ManifestFile> files) {
        Application application = read(files);
        return new Mesh(
                application, new PolicyReader(SETTINGS.dialect()).read(application), ENFORCED, SETTINGS.meshName());
    }
}
