package io.github.meshready.bench.stage;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.manifest.Edit;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.policy.ProtocolMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is known of an application once it has been planned. */
@State(Scope.Benchmark)
public class Planned {

    private GenerateResult result;

    /** Plans. */
    @Setup
    public void plan(Manifests manifests) throws IOException {
        result = manifests.generate();
    }

    ManifestFile file() {
        return result.read().files().get(0);
    }

    Application application() {
        return result.application();
    }

    MeshMode mode() {
        return result.mode();
    }

    CallGraph graph() {
        return result.graph();
    }

    /** The edits that such an application needs: accounts for all workloads, and marks for ports. */
    List<Edit> edits() {
        Plan plan = result.plan();
        List<Edit> edits = new ArrayList<>();
        for (Workload workload : plan.accounts().moved()) {
            ObjectName account = plan.accounts().accountOf().get(workload);
            edits.add(workload.object().set(workload.podSpecPath("serviceAccountName"), account.name(), List.of()));
        }
        for (ProtocolMark mark : plan.protocols()) {
            List<Object> path = List.of("spec", "ports", mark.port().index(), "appProtocol");
            edits.add(mark.service().object().set(path, mark.protocol().toString(), List.of("port")));
        }
        return edits;
    }
}
