package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Exposure;
import io.github.meshready.smi.app.ExposureFinder;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Plans IngressBackends for what the build's configuration says to be in front of the application (OSM v1.2.4,
 * pkg/catalog/ingress.go, pkg/policy/client.go): one for each Service and set of callers, so that no port of a Service
 * stands in two of them, of which the mesh would take either.
 */
final class IngressPlanner {

    private final Application application;
    private final Dialect dialect;
    private final IngressDemands demands;
    private final PolicySet existing;
    private final Predicate<Workload> meshed;

    /** @param meshed whether a workload's pods get a sidecar */
    IngressPlanner(
            Application application, CallGraph graph, PolicySet existing, MeshMode mode, Predicate<Workload> meshed) {
        this.application = application;
        this.dialect = mode.dialect();
        this.existing = existing;
        this.meshed = meshed;
        this.demands = new IngressDemands(application, graph, mode, meshed);
    }

    /**
     * Plans for all declarations together.
     *
     * @throws InputException if one names a Service that is none
     */
    IngressPlan plan(List<DeclaredIngress> declared) {
        if (!declared.isEmpty() && !dialect.hasIngressBackend()) {
            throw new InputException(new InputProblem(
                    "<ingress>", dialect + " has no IngressBackend", "remove <ingress>, or correct smi.mesh"));
        }
        Map<DeclaredIngress, Set<Service>> reached = new LinkedHashMap<>();
        declared.forEach(each -> reached.put(each, new LinkedHashSet<>(named(each))));
        for (Exposure exposure : exposures(reached)) {
            List<DeclaredIngress> callers =
                    declared.stream().filter(each -> isFor(each, exposure)).toList();
            callers.forEach(each -> reached.get(each).add(exposure.service()));
            demands.add(
                    exposure,
                    callers.stream()
                            .map(each -> each.onTheWayOf(exposure))
                            .distinct()
                            .toList());
        }
        Set<String> notes = demands.notes();
        List<PlannedIngress> planned = new IngressGroups(application, existing, notes).planned(demands.all());
        reached.forEach((each, services) -> {
            if (services.isEmpty()) {
                notes.add("<ingress> " + each + " is in front of nothing: the manifests expose no Service in its way;"
                        + " name Services in <to>");
            }
        });
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
        declared.stream()
                .flatMap(each -> each.service().stream())
                .distinct()
                .forEach(each -> checkController(each, notes));
        return new IngressPlan(named(planned), List.copyOf(notes));
    }

    private boolean isMet(IngressDemand demand, PlannedIngress planned) {
        return planned.ports().containsKey(demand.targetPort())
                && application.selectedBy(planned.service()).contains(demand.workload());
    }

    private List<Service> named(DeclaredIngress declared) {
        return declared.to().stream().map(name -> only(declared, name)).toList();
    }

    private Service only(DeclaredIngress declared, String name) {
        List<Service> found = application.services().stream()
                .filter(service -> name.equals(service.name().name())
                        || name.equals(service.name().toString()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new InputException(new InputProblem(
                "<ingress> " + declared,
                "<to>" + Printable.text(name) + "</to> names " + (found.isEmpty() ? "no Service" : "several Services")
                        + " of the manifests",
                found.isEmpty() ? "correct the name" : "write it as namespace/name"));
    }

    /** What the manifests expose, and what the declarations name besides. */
    private List<Exposure> exposures(Map<DeclaredIngress, Set<Service>> named) {
        List<Exposure> exposures = new ArrayList<>(new ExposureFinder(application).find());
        Set<Service> exposed = new LinkedHashSet<>();
        exposures.forEach(exposure -> exposed.add(exposure.service()));
        named.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(service -> !exposed.contains(service))
                .forEach(service -> exposures.add(
                        new Exposure(service, service.tcpPorts(), Exposure.Way.PROXY, "named in <ingress>")));
        return exposures;
    }

    /** Addresses reach Services that have one themselves; controllers are in front of what has a route. */
    private static boolean isFor(DeclaredIngress declared, Exposure exposure) {
        if (!declared.to().isEmpty()) {
            return declared.to().contains(exposure.service().name().name())
                    || declared.to().contains(exposure.service().name().toString());
        }
        return exposure.isDirect()
                ? !declared.ranges().isEmpty()
                : declared.service().isPresent() || declared.isEncrypted();
    }

    private void checkController(ObjectName controller, Set<String> notes) {
        application.service(controller).stream()
                .flatMap(service -> application.selectedBy(service).stream())
                .filter(meshed)
                .forEach(workload -> notes.add("The controller " + workload.name()
                        + " would get a sidecar and its requests be refused: annotate its pod template with "
                        + dialect.injection() + ": disabled"));
        boolean watched = application
                .namespace(controller.namespace())
                .filter(namespace -> namespace.labels().containsKey(dialect.monitoredBy()))
                .isPresent();
        boolean joins = application.workloads().stream()
                        .anyMatch(workload -> workload.namespace().equals(controller.namespace()))
                && new Onboarding(dialect)
                        .obstacle(
                                controller.namespace(),
                                application
                                        .namespace(controller.namespace())
                                        .map(Namespace::labels)
                                        .orElse(Map.of()))
                        .isEmpty();
        if (!watched && !joins) {
            notes.add(
                    "Namespace " + controller.namespace() + " of the controller has to be watched by the mesh, without"
                            + " sidecars: " + dialect.product() + " namespace add " + controller.namespace()
                            + " --disable-sidecar-injection");
        }
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
