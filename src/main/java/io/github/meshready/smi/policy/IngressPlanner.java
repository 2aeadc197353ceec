package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Exposure;
import io.github.meshready.smi.app.ExposureFinder;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.PlannedIngress.Callers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Plans IngressBackends for what the build's configuration says to be in front of the application (OSM v1.2.4,
 * pkg/catalog/ingress.go, pkg/policy/client.go): one for each Service and set of callers, so that no port of a Service
 * stands in two of them, of which the mesh would take either.
 */
final class IngressPlanner {

    private final Application application;
    private final CallGraph graph;
    private final PolicySet existing;
    private final Dialect dialect;
    private final Predicate<Workload> meshed;

    private final List<String> notes = new ArrayList<>();
    private final Map<Workload, Map<Integer, Service>> opened = new LinkedHashMap<>();

    /** @param meshed whether a workload's pods get a sidecar */
    IngressPlanner(
            Application application, CallGraph graph, PolicySet existing, Dialect dialect, Predicate<Workload> meshed) {
        this.application = application;
        this.graph = graph;
        this.existing = existing;
        this.dialect = dialect;
        this.meshed = meshed;
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
        List<PlannedIngress> planned = new ArrayList<>();
        Map<DeclaredIngress, Set<Service>> reached = new LinkedHashMap<>();
        declared.forEach(each -> reached.put(each, new LinkedHashSet<>(named(each))));
        List<Exposure> exposures = exposures(reached);
        Map<Service, Opening> openings = new TreeMap<>(Comparator.comparing(Service::name));
        for (Exposure exposure : exposures) {
            List<DeclaredIngress> callers =
                    declared.stream().filter(each -> isFor(each, exposure)).toList();
            callers.forEach(each -> reached.get(each).add(exposure.service()));
            if (!callers.isEmpty()) {
                openings.computeIfAbsent(exposure.service(), Opening::new).add(exposure, callers);
            }
        }
        openings.values().forEach(opening -> planned.addAll(opening.planned()));
        reached.forEach((each, services) -> {
            if (services.isEmpty()) {
                notes.add("<ingress> " + each + " is in front of nothing: the manifests expose no Service in its way;"
                        + " name Services in <to>");
            }
        });
        declared.stream().flatMap(each -> each.service().stream()).distinct().forEach(this::checkController);
        return new IngressPlan(named(planned), notes);
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

    private void checkController(ObjectName controller) {
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
        if (!watched && application.service(controller).isEmpty()) {
            notes.add(
                    "Namespace " + controller.namespace() + " of the controller has to be watched by the mesh, without"
                            + " sidecars: " + dialect.product() + " namespace add " + controller.namespace()
                            + " --disable-sidecar-injection");
        }
    }

    private List<PlannedIngress> named(List<PlannedIngress> planned) {
        Map<ObjectName, PlannedIngress> byWish = new LinkedHashMap<>();
        planned.forEach(each -> byWish.put(each.name(), each));
        Map<ObjectName, ObjectName> names =
                new PolicyNames(application).name(byWish.keySet(), Smi.INGRESS_BACKEND, wish -> wish, ObjectName::name);
        return planned.stream()
                .map(each -> new PlannedIngress(
                        names.get(each.name()), each.service(), each.ports(), each.callers(), each.how()))
                .toList();
    }

    /** What is opened of one Service. */
    private final class Opening {

        private final Service service;
        private final Map<Integer, Set<DeclaredIngress>> callers = new TreeMap<>();
        private final Map<Integer, String> protocols = new TreeMap<>();
        private final Set<String> how = new LinkedHashSet<>();

        Opening(Service service) {
            this.service = service;
        }

        void add(Exposure exposure, List<DeclaredIngress> declared) {
            how.add(exposure.how());
            for (ServicePort port : exposure.ports()) {
                for (Workload workload : application.selectedBy(service)) {
                    if (meshed.test(workload)) {
                        port.target().on(workload.pod()).ifPresent(target -> add(port, target, workload, declared));
                    }
                }
            }
        }

        private void add(ServicePort port, int target, Workload workload, List<DeclaredIngress> declared) {
            AppProtocol protocol = graph.protocol(service, port).protocol();
            if (!existing.ingress(service.name(), target).isEmpty()) {
                return; // somebody wrote one already
            }
            if (!protocol.isHttp()) {
                note(
                        port,
                        "it speaks " + protocol + ", and an IngressBackend lets in http only; to let everybody in"
                                + " without the mesh, annotate the pod template of " + workload.name() + " with "
                                + dialect.key("inbound-port-exclusion-list") + ": \"" + target + "\"");
            } else if (service.headless() && workload.governingService().isPresent() && dialect.knowsPodsByName()) {
                note(
                        port,
                        "the mesh knows the pods of a StatefulSet behind a headless Service by their own names only;"
                                + " expose a Service with a cluster IP");
            } else if (!opened.computeIfAbsent(workload, key -> new LinkedHashMap<>())
                    .computeIfAbsent(target, key -> service)
                    .equals(service)) {
                note(
                        port,
                        "Service " + opened.get(workload).get(target).name()
                                + " opens the same port of the same pods, and the proxies take only one");
            } else {
                callers.computeIfAbsent(target, key -> new LinkedHashSet<>()).addAll(declared);
                boolean grpc = protocol == AppProtocol.GRPC && dialect.takesIngress("grpc");
                boolean tls = callers.get(target).stream().anyMatch(DeclaredIngress::isEncrypted);
                protocols.put(target, tls ? "https" : grpc ? "grpc" : "http");
            }
        }

        private void note(ServicePort port, String reason) {
            String note =
                    "Service " + service.name() + " port " + port.number() + " stays closed to outside: " + reason;
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }

        List<PlannedIngress> planned() {
            Map<Set<DeclaredIngress>, SortedMap<Integer, String>> groups = new LinkedHashMap<>();
            callers.forEach((target, declared) ->
                    groups.computeIfAbsent(declared, key -> new TreeMap<>()).put(target, protocols.get(target)));
            List<PlannedIngress> planned = new ArrayList<>();
            groups.forEach((declared, ports) -> planned.add(new PlannedIngress(
                    wish(ports, groups.size()), service, ports, Callers.of(List.copyOf(declared)), List.copyOf(how))));
            return planned;
        }

        private ObjectName wish(SortedMap<Integer, String> ports, int groups) {
            String name = service.name().name();
            return new ObjectName(service.name().namespace(), groups == 1 ? name : name + "-" + ports.firstKey());
        }
    }
}
