package io.github.meshready.bench.stage;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.PolicyReader;
import io.github.meshready.smi.policy.PolicySet;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is known of an application that was made ready, before anything is decided. */
@State(Scope.Benchmark)
public class Verified {

    /** Calls per workload that are decided at most. */
    static final int MOST_CALLS = 5;

    private Application application;
    private PolicySet policies;
    private CallGraph graph;
    private List<Call> calls;
    private MeshMode mode;

    /** Reads the apply set. */
    @Setup
    public void read(Manifests manifests) throws IOException {
        Settings settings = Manifests.SETTINGS;
        application = new ApplicationReader(settings.defaultNamespace(), settings.dialect())
                .read(manifests.generate().applySet());
        policies = new PolicyReader(settings.dialect()).read(application);
        graph = new CallFinder(application, Declarations.NONE).find();
        mode = MeshMode.of(settings, application, new FileNames(manifests.folder()));
        int most = MOST_CALLS * manifests.size;
        calls = graph.calls().stream().limit(most).toList();
        if (manifests.fewestCalls >= MOST_CALLS && calls.size() < most) {
            throw new IllegalStateException(calls.size() + " calls instead of " + most);
        }
        if (!decisions(mesh()).stream().allMatch(each -> each.decision().isAllowed())) {
            throw new IllegalStateException("a call is refused, which costs something else");
        }
    }

    /** A mesh that has decided nothing yet. */
    Mesh mesh() {
        return new Mesh(application, policies, mode, Manifests.SETTINGS.meshName());
    }

    List<CallDecision> decisions(Mesh mesh) {
        return calls.stream().map(call -> CallDecision.of(call, mesh)).toList();
    }

    /** Everything that rules look at, none of which has been looked at yet. */
    Facts facts() {
        Mesh mesh = mesh();
        return new Facts(mesh, graph, decisions(mesh), Set.of(), Manifests.SETTINGS, List.of());
    }
}
