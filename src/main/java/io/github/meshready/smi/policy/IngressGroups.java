package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.policy.PlannedIngress.Callers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Opens each port of each pod through one Service only. The proxies match what comes from outside by port and addresses,
 * whichever Service it was for (OSM v1.2.4, pkg/envoy/lds/ingress.go): a second IngressBackend over the same pods would
 * make them refuse their configuration.
 */
final class IngressGroups {

    private final Application application;
    private final PolicySet existing;
    private final Set<String> notes;

    /** @param notes takes what cannot be opened, in words */
    IngressGroups(Application application, PolicySet existing, Set<String> notes) {
        this.application = application;
        this.existing = existing;
        this.notes = notes;
    }

    /** What is opened of one Service, by port. */
    private record Opened(Service service, int targetPort, String protocol, Callers callers, Set<String> how) {}

    /** What makes an IngressBackend: what is opened, and for whom. */
    private record Key(Service service, Callers callers) {}

    List<PlannedIngress> planned(List<IngressDemand> demands) {
        List<Opened> opened = new ArrayList<>();
        groups(demands).forEach(group -> open(group, opened));
        Map<Key, SortedMap<Integer, String>> ports = new LinkedHashMap<>();
        Map<Key, Set<String>> how = new LinkedHashMap<>();
        for (Opened each : opened) {
            Key key = new Key(each.service(), each.callers());
            ports.computeIfAbsent(key, any -> new TreeMap<>()).put(each.targetPort(), each.protocol());
            how.computeIfAbsent(key, any -> new LinkedHashSet<>()).addAll(each.how());
        }
        Map<Service, Long> perService =
                ports.keySet().stream().collect(Collectors.groupingBy(Key::service, Collectors.counting()));
        List<PlannedIngress> planned = new ArrayList<>();
        ports.forEach((key, numbers) -> {
            Service service = key.service();
            String name = service.name().name();
            String wish = perService.get(service) == 1 ? name : name + "-" + numbers.firstKey();
            planned.add(new PlannedIngress(
                    new ObjectName(service.name().namespace(), wish),
                    service,
                    numbers,
                    key.callers(),
                    List.copyOf(how.get(key))));
        });
        return planned;
    }

    /** Demands for one port number whose Services have pods in common, in the order of Services. */
    private List<List<IngressDemand>> groups(List<IngressDemand> demands) {
        List<List<IngressDemand>> groups = new ArrayList<>();
        List<IngressDemand> sorted = demands.stream()
                .sorted(Comparator.comparing(
                                (IngressDemand demand) -> demand.service().name())
                        .thenComparing(IngressDemand::targetPort)
                        .thenComparing(demand -> demand.workload().id()))
                .toList();
        Map<String, List<IngressDemand>> groupOf = new LinkedHashMap<>();
        for (IngressDemand demand : sorted) {
            String byService = demand.targetPort() + " " + demand.service().name();
            String byPods = demand.targetPort() + " " + demand.workload().id();
            List<IngressDemand> one = groupOf.get(byService);
            List<IngressDemand> other = groupOf.get(byPods);
            List<IngressDemand> group = one != null ? one : other != null ? other : new ArrayList<>();
            if (one != null && other != null && one != other) {
                one.addAll(other);
                groupOf.replaceAll((key, value) -> value == other ? one : value);
                groups.removeIf(each -> each == other);
            } else if (one == null && other == null) {
                groups.add(group);
            }
            group.add(demand);
            groupOf.put(byService, group);
            groupOf.put(byPods, group);
        }
        return groups;
    }

    private void open(List<IngressDemand> group, List<Opened> opened) {
        int target = group.get(0).targetPort();
        Set<Workload> pods = group.stream().map(IngressDemand::workload).collect(Collectors.toSet());
        List<DeclaredIngress> callers =
                group.stream().map(IngressDemand::caller).distinct().toList();
        List<PolicySet.Ingress> written = pods.stream()
                .flatMap(workload -> application.servicesOf(workload).stream())
                .distinct()
                .sorted(Comparator.comparing(Service::name))
                .flatMap(service -> existing.ingress(service.name(), target).stream())
                .toList();
        if (!written.isEmpty()) {
            left(group, written.get(0).policy(), Callers.of(callers));
            return;
        }
        Optional<DeclaredIngress> encrypted =
                callers.stream().filter(DeclaredIngress::isEncrypted).findFirst();
        Optional<DeclaredIngress> plain =
                callers.stream().filter(caller -> !caller.isEncrypted()).findFirst();
        if (encrypted.isPresent() && plain.isPresent()) {
            throw new InputException(new InputProblem(
                    "<ingress> " + encrypted.get(),
                    "asks for certificates at port " + target + " of the pods behind Service "
                            + group.get(0).service().name() + ", where " + plain.get()
                            + " calls without; the mesh lets in one kind of callers only",
                    "name Services in <to>, or let all callers show certificates"));
        }
        Service service = group.stream()
                .map(IngressDemand::service)
                .distinct()
                .max(Comparator.comparingInt(
                                (Service each) -> covered(each, pods).size())
                        .thenComparing(Comparator.comparing(Service::name).reversed()))
                .orElseThrow();
        pods.stream()
                .filter(workload -> !covered(service, pods).contains(workload))
                .sorted(Comparator.comparing(Workload::id))
                .forEach(workload -> notes.add("Port " + target + " of " + workload.name()
                        + " stays closed to outside: Service " + service.name()
                        + " opens it for other pods that share a Service with these, and the proxies take only one; expose"
                        + " one Service that selects all of them"));
        String protocol = encrypted.isPresent() ? "https" : group.get(0).protocol();
        Set<String> how = group.stream().map(IngressDemand::how).collect(Collectors.toCollection(LinkedHashSet::new));
        opened.add(new Opened(service, target, protocol, Callers.of(callers), how));
    }

    private Set<Workload> covered(Service service, Set<Workload> pods) {
        return application.selectedBy(service).stream().filter(pods::contains).collect(Collectors.toSet());
    }

    /** What somebody wrote stays as it is, and decides; whom it does not let in is said. */
    private void left(List<IngressDemand> group, IngressBackend policy, Callers wanted) {
        Set<String> let = policy.sources().stream()
                .map(source -> source.isService()
                        ? source.name().toString()
                        : source.name().name())
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        wanted.services().forEach(each -> missing.add(each.toString()));
        missing.addAll(wanted.ranges());
        missing.addAll(wanted.principals());
        missing.removeAll(let);
        if (!missing.isEmpty()) {
            notes.add("IngressBackend " + policy.object().objectName() + " of the manifests decides who calls port "
                    + group.get(0).targetPort() + " of the pods behind Service "
                    + group.get(0).service().name() + ", and does not let in " + String.join(", ", missing));
        }
    }
}
