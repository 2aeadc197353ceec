package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Exposure;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans IngressBackends for what the build's configuration says to be in front of the application (OSM v1.2.4,
 * pkg/catalog/ingress.go, pkg/policy/client.go): one for each Service and set of callers, so that no port of a Service
 * stands in two of them, of which the mesh would take either.
 */
final class IngressPlanner {

    private final Application application;
    private final PolicySet existing;
    private final Dialect dialect;
    private final IngressDemands demands;
    private final ControllerAdvice controllers;

    IngressPlanner(
            Application application,
            CallGraph graph,
            PolicySet existing,
            MeshMode mode,
            PlannedMembership members,
            String meshName) {
        this.application = application;
        this.existing = existing;
        this.dialect = mode.dialect();
        this.demands = new IngressDemands(application, graph, mode, members);
        this.controllers = new ControllerAdvice(application, dialect, members, meshName);
    }

    /**
     * Plans for all declarations together.
     *
     * @throws InputException if one names a Service that is none, or callers of a port contradict each other
     */
    IngressPlan plan(List<DeclaredIngress> declared) {
        if (!declared.isEmpty() && !dialect.hasIngressBackend()) {
            throw new InputException(new InputProblem(
                    "<ingress>", dialect + " has no IngressBackend", "remove <ingress>, or correct smi.mesh"));
        }
        IngressFronts finder = new IngressFronts(application);
        List<IngressFront> fronts = finder.resolve(declared);
        Set<IngressFront> idle = new HashSet<>(fronts);
        for (Exposure exposure : finder.exposures(fronts)) {
            for (IngressFront front : fronts) {
                if (front.isFor(exposure)) {
                    idle.remove(front);
                    demands.add(exposure, front.ports(exposure), front.callers(exposure));
                }
            }
        }
        Set<String> notes = demands.notes();
        fronts.stream()
                .filter(idle::contains)
                .forEach(
                        front -> notes.add(
                                "<ingress> " + front.declared()
                                        + " is in front of nothing: the manifests expose no Service in its way; name Services in <to>"));
        List<PlannedIngress> planned = new IngressGroups(application, existing, notes).planned(demands.all());
        noteAddresses(planned, notes);
        declared.stream()
                .flatMap(each -> each.service().stream())
                .distinct()
                .forEach(controller -> notes.addAll(controllers.on(controller)));
        return new IngressPlan(named(planned), List.copyOf(notes));
    }

    private void noteAddresses(List<PlannedIngress> planned, Set<String> notes) {
        demands.all().stream()
                .filter(demand -> demand.service().isExposed()
                        && !demand.caller().ranges().isEmpty())
                .filter(demand -> planned.stream().anyMatch(each -> isMet(demand, each)))
                .map(IngressDemand::service)
                .distinct()
                .filter(service -> !service.keepsCallersAddresses())
                .forEach(service -> notes.add("Service " + service.name()
                        + ": unless externalTrafficPolicy is Local, its pods may see addresses of nodes in place of the"
                        + " callers', and refuse them"));
    }

    private boolean isMet(IngressDemand demand, PlannedIngress planned) {
        return planned.ports().containsKey(demand.targetPort())
                && application.selectedBy(planned.service()).contains(demand.workload());
    }

    private List<PlannedIngress> named(List<PlannedIngress> planned) {
        Map<PlannedIngress, ObjectName> names = new PolicyNames(application)
                .name(
                        planned,
                        Smi.INGRESS_BACKEND,
                        PlannedIngress::name,
                        each -> each.name().name());
        return planned.stream()
                .map(each ->
                        new PlannedIngress(names.get(each), each.service(), each.ports(), each.callers(), each.how()))
                .toList();
    }
}
