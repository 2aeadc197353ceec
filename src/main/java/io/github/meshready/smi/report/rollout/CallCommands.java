package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Commands that look at calls between running pods. Names of pods are not known before, so each is asked for by its
 * labels.
 */
final class CallCommands {

    private final Set<String> connectivity = new LinkedHashSet<>();
    private final Set<String> policies = new LinkedHashSet<>();
    private final Set<String> unjudged = new LinkedHashSet<>();

    CallCommands(Rollout rollout) {
        MeshCommands mesh = rollout.mesh();
        for (Call call : rollout.verified().facts().graph().calls()) {
            Optional<String> from = rollout.isMeshed(call.source()) ? rollout.pod(call.source()) : Optional.empty();
            for (Workload called : rollout.behind(call.service())) {
                Optional<String> to = rollout.pod(called);
                if (from.isEmpty() || to.isEmpty()) {
                    unjudged.add(described(call));
                    continue;
                }
                policies.add(mesh.checkPods(from.get(), to.get()));
                if (isJudged(call)) {
                    connectivity.add(mesh.connectivity(
                            from.get(), to.get(), call.service().name().name()));
                } else {
                    unjudged.add(described(call));
                }
            }
        }
    }

    /** One command for each pair of workloads and Service. */
    List<String> connectivity() {
        return List.copyOf(connectivity);
    }

    /** One command for each pair of workloads. */
    List<String> policies() {
        return List.copyOf(policies);
    }

    /** Calls that the first commands say nothing true of. */
    List<String> unjudged() {
        return List.copyOf(unjudged);
    }

    /**
     * Whether the command finds the protocol: it asks {@code appProtocol} alone, takes http where there is none, and knows
     * neither grpc nor tcp-server-first (OSM v1.2.4, pkg/cli/verifier/envoy_config.go).
     */
    private static boolean isJudged(Call call) {
        AppProtocol taken = call.port().appProtocol().flatMap(AppProtocol::of).orElse(AppProtocol.HTTP);
        boolean known = taken == AppProtocol.HTTP || taken == AppProtocol.TCP;
        return known && taken == call.protocol() && !call.service().headless();
    }

    static String described(Call call) {
        return call.source().objectName() + " -> " + call.service().name() + ":"
                + call.port().number();
    }
}
