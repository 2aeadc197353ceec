package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans what makes an application ready for the mesh. */
public final class Planner {

    private final Application application;
    private final CallGraph graph;
    private final PolicySet existing;
    private final String meshName;
    private final AccountMode accountMode;
    private final Set<ObjectName> externalAccounts;

    /**
     * @param existing the policies in the manifests, which are kept and completed
     * @param meshName the mesh that the namespaces join
     * @param accountMode which workloads get an account of their own
     * @param externalAccounts accounts that exist without a manifest
     */
    public Planner(
            Application application,
            CallGraph graph,
            PolicySet existing,
            String meshName,
            AccountMode accountMode,
            Set<ObjectName> externalAccounts) {
        this.application = application;
        this.graph = graph;
        this.existing = existing;
        this.meshName = meshName;
        this.accountMode = accountMode;
        this.externalAccounts = Set.copyOf(externalAccounts);
    }

    /** Makes the plan, with no TrafficSplits but those in the manifests. */
    public Plan plan() {
        return plan(List.of());
    }

    /**
     * Makes the plan.
     *
     * @param declaredSplits the TrafficSplits that the build's configuration asks for
     * @throws InputException if a namespace belongs to another mesh, or the mesh would not follow a declared split
     */
    public Plan plan(List<DeclaredSplit> declaredSplits) {
        SortedMap<String, NamespacePlan> namespaces = new OnboardingPlanner(application, meshName).plan();
        Map<Workload, String> withoutSidecar = new HashMap<>();
        for (Workload workload : application.workloads()) {
            withoutSidecar(workload, namespaces.get(workload.namespace()))
                    .ifPresent(reason -> withoutSidecar.put(workload, reason));
        }
        AccountPlan accounts = new AccountPlanner(
                        application, workload -> !withoutSidecar.containsKey(workload), accountMode, externalAccounts)
                .plan();
        var meshed = namespaces.values().stream()
                .filter(namespace -> namespace.obstacle().isEmpty())
                .map(NamespacePlan::name)
                .collect(Collectors.toSet());
        List<Split> written =
                existing.splits().stream().map(TrafficSplit::split).toList();
        SplitPlanner splitPlanner = new SplitPlanner(application, written);
        List<Split> declared = splitPlanner.resolve(declaredSplits);
        Splits splits = new Splits(
                application, Stream.concat(written.stream(), declared.stream()).toList());
        List<ProtocolMark> marks = new ProtocolPlanner(application, graph, splits).plan(meshed);
        PortReading protocols = ProtocolMark.reading(marks);
        ExistingAccess access = new ExistingAccess(existing);
        GrantPlanner grants = new GrantPlanner(
                application,
                workload -> Optional.ofNullable(withoutSidecar.get(workload)),
                accounts,
                access,
                splits,
                protocols);
        Grants granted = grants.plan(graph);
        PolicyPlan policies = new TargetPlanner(application, accounts)
                .plan(granted, grants.knownRoutes(), grants.covered(), grants.notes());
        return new Plan(namespaces, accounts, marks, policies, splitPlanner.plan(declared, protocols), withoutSidecar);
    }

    private static Optional<String> withoutSidecar(Workload workload, NamespacePlan namespace) {
        return namespace.obstacle().or(() -> Onboarding.withoutSidecar(workload, namespace.annotations()));
    }
}
