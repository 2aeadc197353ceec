package io.github.meshready.smi.verify;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.PolicyReader;
import io.github.meshready.smi.policy.PolicySet;
import io.github.meshready.smi.verify.invariant.InvariantCheck;
import io.github.meshready.smi.verify.invariant.InvariantResult;
import java.util.List;
import java.util.function.Consumer;

/** Reads manifests as the API server and the mesh would, decides every call, and checks every rule. */
public final class Verifier {

    private final List<Rule> rules;
    private final Consumer<String> progress;

    public Verifier(List<Rule> rules) {
        this(rules, stage -> {});
    }

    /** @param progress is told, in a few words, each stage that is done */
    public Verifier(List<Rule> rules, Consumer<String> progress) {
        this.rules = List.copyOf(rules);
        this.progress = progress;
    }

    /**
     * Verifies manifests. Whoever wrote them, nothing is taken over from there.
     *
     * @throws InputException if the manifests are not readable, or a declaration names nothing
     */
    public VerifyResult verify(VerifyRequest request) {
        Settings settings = request.settings();
        Application application =
                new ApplicationReader(settings.defaultNamespace(), settings.dialect()).read(request.files());
        PolicySet policies = new PolicyReader(settings.dialect()).read(application);
        CallGraph graph = new CallFinder(application, request.declarations()).find();
        MeshMode mode = MeshMode.of(settings, application, request.names());
        Mesh mesh = new Mesh(application, policies, mode, settings.meshName());
        List<CallDecision> decisions =
                graph.calls().stream().map(call -> CallDecision.of(call, mesh)).toList();
        progress.accept("Calls decided: " + decisions.size());
        Facts facts =
                new Facts(mesh, graph, decisions, request.externalAccounts(), settings, invariants(mesh, request));
        List<Finding> findings = rules.stream()
                .flatMap(rule -> rule.check(facts).stream())
                .sorted(Finding.ORDER)
                .toList();
        progress.accept("Rules checked: " + rules.size());
        return new VerifyResult(facts, findings);
    }

    private static List<InvariantResult> invariants(Mesh mesh, VerifyRequest request) {
        if (request.invariants().isEmpty()) {
            return List.of();
        }
        InvariantCheck check = new InvariantCheck(mesh, request.externalAccounts());
        return request.invariants().stream().map(check::check).toList();
    }
}
