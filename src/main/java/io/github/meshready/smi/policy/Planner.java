package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.call.ExternalCall;
import io.github.meshready.smi.manifest.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Plans what makes an application ready for the mesh. */
public final class Planner {

    private final Application application;
    private final CallGraph graph;
    private final PolicySet existing;
    private final PlanRequest request;
    private final MeshMode mode;
    private final Dialect dialect;
    private final ApiUsers apiUsers;

    /**
     * Makes a planner.
     *
     * @param existing the policies in the manifests, which are kept and completed
     * @param mode what the mesh does with all traffic alike
     */
    public Planner(Application application, CallGraph graph, PolicySet existing, PlanRequest request, MeshMode mode) {
        this.application = application;
        this.graph = graph;
        this.existing = existing;
        this.request = request;
        this.mode = mode;
        this.dialect = mode.dialect();
        this.apiUsers = new ApiUsers(application, graph);
    }

    /**
     * Makes the plan.
     *
     * @throws InputException if a namespace belongs to another mesh, or the mesh would not follow a declared split
     */
    public Plan plan() {
        SortedMap<String, NamespacePlan> namespaces =
                new OnboardingPlanner(application, request.settings().meshName(), dialect).plan();
        PlannedMembership members = new PlannedMembership(
                application, namespaces, dialect, request.settings().meshName());
        // A new account costs every pod a restart: it is worth that only if some policy names it.
        Set<Workload> callersOut = writesEgress() ? callersOut(members) : Set.of();
        AccountPlan accounts = new AccountPlanner(
                        application,
                        workload -> members.hasSidecar(workload) && (writesTargets() || callersOut.contains(workload)),
                        request.accountMode(),
                        request.externalAccounts())
                .plan();
        List<Split> written =
                existing.splits().stream().map(TrafficSplit::split).toList();
        SplitPlanner splitPlanner = new SplitPlanner(application, written);
        List<Split> declared = splitPlanner.resolve(request.splits());
        Splits splits = new Splits(
                application, Stream.concat(written.stream(), declared.stream()).toList());
        List<ProtocolMark> marks = new ProtocolPlanner(application, graph, dialect, splits).plan(members.namespaces());
        PortReading protocols = ProtocolMark.reading(marks);
        GrantPlanner grants = new GrantPlanner(
                application,
                members,
                accounts,
                new ExistingAccess(existing, dialect),
                splits,
                protocols,
                writesEgress());
        Grants granted = grants.plan(graph);
        RoutePlan routes = new RoutePlanner(accounts, graph.routes(), dialect).plan(granted, grants.knownRoutes());
        PolicyPlan policies = writesTargets()
                ? new TargetPlanner(application, accounts)
                        .plan(granted, grants.knownRoutes(), routes, grants.covered(), grants.notes())
                : PolicyPlan.NONE;
        IngressPlan ingress = new IngressPlanner(
                        application,
                        graph,
                        existing,
                        mode,
                        members,
                        request.settings().meshName())
                .plan(request.ingress());
        EgressPlan egress = writesEgress() ? egress(grants.leaving(), accounts, members) : EgressPlan.NONE;
        return new Plan(
                namespaces,
                accounts,
                marks,
                policies,
                splitPlanner.plan(declared, protocols),
                ingress,
                egress,
                members.withoutSidecar());
    }

    private EgressPlan egress(List<Call> leaving, AccountPlan accounts, PlannedMembership members) {
        List<ExternalCall> calls = new ArrayList<>(ExternalCall.of(graph));
        leaving.forEach(call -> calls.addAll(ExternalCall.of(call)));
        calls.removeIf(call -> staysInMesh(call, members));
        return new EgressPlanner(application, apiUsers, existing, mode, accounts, members)
                .plan(calls, request.kubernetesApi());
    }

    /** In permissive mode the callers' sidecars speak mesh TLS to all Services with addresses that the mesh watches (osm#5284). */
    private boolean staysInMesh(ExternalCall call, PlannedMembership members) {
        return mode.permissive()
                && call.service()
                        .filter(service -> !service.isAlias()
                                && members.watches(service.name().namespace()))
                        .isPresent();
    }

    /** Whether TrafficTargets are to be written. */
    private boolean writesTargets() {
        return switch (request.policyMode()) {
            case ALWAYS -> true;
            case ENFORCED -> !mode.permissive();
            case NEVER -> false;
        };
    }

    /** Egresses have an effect in permissive mode too. */
    private boolean writesEgress() {
        return request.settings().egressMode() == EgressMode.WRITE
                && mode.egress().isClosed()
                && mode.readsEgressPolicies();
    }

    /** Who calls out of the mesh, as far as an Egress can let it. */
    private Set<Workload> callersOut(PlannedMembership members) {
        Set<Workload> callers = new HashSet<>();
        ExternalCall.of(graph).forEach(call -> callers.add(call.source()));
        if (request.kubernetesApi().isPresent()) {
            application.workloads().stream()
                    .filter(workload -> apiUsers.reason(workload).isPresent())
                    .forEach(callers::add);
        }
        graph.calls().stream()
                .filter(call ->
                        application.selectedBy(call.service()).stream().anyMatch(each -> !members.hasSidecar(each)))
                .forEach(call -> callers.add(call.source()));
        return callers;
    }
}
