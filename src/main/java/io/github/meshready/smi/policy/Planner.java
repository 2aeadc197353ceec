package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.InputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Plans what makes an application ready for the mesh. */
public final class Planner {

    private final Application application;
    private final CallGraph graph;
    private final PolicySet existing;
    private final PlanRequest request;
    private final Dialect dialect;

    /** @param existing the policies in the manifests, which are kept and completed */
    public Planner(Application application, CallGraph graph, PolicySet existing, PlanRequest request) {
        this.application = application;
        this.graph = graph;
        this.existing = existing;
        this.request = request;
        this.dialect = request.settings().dialect();
    }

    /**
     * Makes the plan.
     *
     * @throws InputException if a namespace belongs to another mesh
     */
    public Plan plan() {
        SortedMap<String, NamespacePlan> namespaces =
                new OnboardingPlanner(application, request.settings().meshName(), dialect).plan();
        Map<Workload, String> withoutSidecar = new HashMap<>();
        for (Workload workload : application.workloads()) {
            withoutSidecar(workload, namespaces.get(workload.namespace()))
                    .ifPresent(reason -> withoutSidecar.put(workload, reason));
        }
        AccountPlan accounts = new AccountPlanner(
                        application,
                        workload -> !withoutSidecar.containsKey(workload),
                        request.accountMode(),
                        request.externalAccounts())
                .plan();
        var meshed = namespaces.values().stream()
                .filter(namespace -> namespace.obstacle().isEmpty())
                .map(NamespacePlan::name)
                .collect(Collectors.toSet());
        ExistingAccess access = new ExistingAccess(existing, dialect);
        GrantPlanner grants = new GrantPlanner(
                application, workload -> Optional.ofNullable(withoutSidecar.get(workload)), accounts, access);
        Grants granted = grants.plan(graph);
        PolicyPlan policies = new TargetPlanner(application, accounts)
                .plan(granted, grants.knownRoutes(), grants.covered(), grants.notes());
        IngressPlan ingress = new IngressPlanner(
                        application, graph, existing, dialect, workload -> !withoutSidecar.containsKey(workload))
                .plan(request.ingress());
        return new Plan(
                namespaces,
                accounts,
                new ProtocolPlanner(application, graph, dialect).plan(meshed),
                policies,
                ingress,
                withoutSidecar);
    }

    private Optional<String> withoutSidecar(Workload workload, NamespacePlan namespace) {
        return namespace.obstacle().or(() -> new Onboarding(dialect).withoutSidecar(workload, namespace.annotations()));
    }
}
