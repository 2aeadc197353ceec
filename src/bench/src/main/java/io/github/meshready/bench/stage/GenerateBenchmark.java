package io.github.meshready.bench.stage;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileEditor;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.policy.Planner;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** The stages between reading and writing. */
public class GenerateBenchmark {

    /** What the documents say of workloads, Services and the rest. */
    @Benchmark
    public Application application(Planned planned) {
        return new ApplicationReader(Manifests.SETTINGS.defaultNamespace(), Manifests.SETTINGS.dialect())
                .read(List.of(planned.file()));
    }

    /** Who calls whom, from the manifests alone. */
    @Benchmark
    public CallGraph calls(Planned planned) {
        return new CallFinder(planned.application(), Declarations.NONE).find();
    }

    /** Accounts, protocols and policies. */
    @Benchmark
    public Plan plan(Planned planned) {
        return new Planner(
                        planned.application(),
                        planned.graph(),
                        new PolicyReader(Manifests.SETTINGS.dialect()).read(planned.application()),
                        PlanRequest.of(Manifests.SETTINGS),
                        planned.mode())
                .plan();
    }

    /** The text with all edits made, parsed again and compared with what was planned. */
    @Benchmark
    public ManifestFile edit(Planned planned) {
        return new FileEditor().apply(planned.file(), planned.edits());
    }
}
