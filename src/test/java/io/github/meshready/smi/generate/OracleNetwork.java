package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.PlainObjects.at;
import static io.github.meshready.smi.generate.PlainObjects.items;
import static io.github.meshready.smi.generate.PlainObjects.mapping;
import static io.github.meshready.smi.generate.PlainObjects.name;
import static io.github.meshready.smi.generate.PlainObjects.text;

import io.github.meshready.smi.generate.OracleRoutes.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The oracle's pods and Services: who has a sidecar, what leads where, and what the mesh takes a port for. */
final class OracleNetwork {

    private static final String INJECTION = "openservicemesh.io/sidecar-injection";
    private static final Set<String> YES = Set.of("enabled", "yes", "true");
    private static final Set<String> NO = Set.of("disabled", "no", "false");

    /** Pods of one workload; {@code id} is {@code Kind/namespace/name}, {@code account} is {@code namespace/name}. */
    record Pods(
            String id,
            String namespace,
            String account,
            Object labels,
            Object spec,
            Sidecar sidecar,
            String governing) {}

    enum Sidecar {
        YES,
        NO,
        /** The injector refuses the pods. */
        REJECTED
    }

    /** A port of a Service; the protocol is http, grpc, tcp, tcp-server-first, or empty for one that is unsupported. */
    record Port(int number, Object target, String protocol, boolean udp) {

        boolean isHttp() {
            return protocol.equals("http") || protocol.equals("grpc");
        }

        boolean isRaw() {
            return protocol.startsWith("tcp");
        }
    }

    record Front(String name, String namespace, Map<String, Object> selector, boolean headless, List<Port> ports) {

        boolean has(int number) {
            return ports.stream().anyMatch(port -> port.number() == number && !port.udp());
        }

        Port port(int number) {
            return ports.stream()
                    .filter(port -> port.number() == number && !port.udp())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final List<Pods> pods = new ArrayList<>();
    private final Map<String, Front> fronts = new HashMap<>();
    private final Map<String, Map<String, Object>> namespaces = new HashMap<>();

    OracleNetwork(PlainObjects objects) {
        objects.of("Namespace").forEach(each -> namespaces.put(text(each, "metadata", "name"), each));
        objects.of("Deployment", "StatefulSet", "DaemonSet", "Job")
                .forEach(each -> add(each, at(each, "spec", "template")));
        objects.of("CronJob").forEach(each -> add(each, at(each, "spec", "jobTemplate", "spec", "template")));
        objects.of("Service").forEach(each -> fronts.put(name(each), front(each)));
    }

    List<Pods> pods() {
        return pods;
    }

    Pods pods(String id) {
        return pods.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    Map<String, Front> fronts() {
        return fronts;
    }

    /** Whether the mesh watches a namespace; one that is not among the objects is taken for onboarded. */
    boolean isWatched(String namespace) {
        Object object = namespaces.get(namespace);
        return object == null
                || !text(object, "metadata", "labels", "openservicemesh.io/monitored-by")
                        .isEmpty();
    }

    /** The pods behind a Service: a selector that is not empty, and whose labels all are theirs. */
    List<Pods> behind(Front front) {
        return pods.stream().filter(each -> selects(front, each)).toList();
    }

    boolean selects(Front front, Pods pods) {
        return front.namespace().equals(pods.namespace())
                && !front.selector().isEmpty()
                && front.selector().entrySet().stream()
                        .allMatch(label -> label.getValue().equals(at(pods.labels(), label.getKey())));
    }

    /** The port of the pods; 0 where they have none of the name. */
    static int target(Port port, Pods pods) {
        if (port.target() instanceof Integer number) {
            return number;
        }
        for (Object container : items(pods.spec(), "containers")) {
            for (Object each : items(container, "ports")) {
                if (port.target().equals(at(each, "name"))) {
                    return (Integer) at(each, "containerPort");
                }
            }
        }
        return 0;
    }

    /** Two ports of one Service that lead to one port of the pods: their proxies refuse the listener (5.2). */
    boolean isListenerRefused(Pods server) {
        return fronts.values().stream().filter(front -> selects(front, server)).anyMatch(front -> {
            Set<Integer> seen = new HashSet<>();
            return front.ports().stream()
                    .map(port -> target(port, server))
                    .anyMatch(target -> target != 0 && !seen.add(target));
        });
    }

    /** Two headless Services that stand for the same pods on the same port: their callers' listeners are refused (5.2). */
    boolean isHeadlessTwin(Front front) {
        return front.headless()
                && fronts.values().stream()
                        .filter(other -> other.headless() && !other.name().equals(front.name()))
                        .filter(other -> pods.stream().anyMatch(each -> selects(front, each) && selects(other, each)))
                        .flatMap(other -> other.ports().stream())
                        .anyMatch(port -> front.ports().stream().anyMatch(each -> each.number() == port.number()));
    }

    /**
     * Whether an apex and a backend cannot be one: HTTP on the one side only, or two virtual hosts of one name on a port of
     * pods that both select (4.7).
     */
    boolean clash(Front apex, Port port, Front leaf) {
        return !apex.equals(leaf)
                && leaf.ports().stream().anyMatch(there -> {
                    boolean same = there.number() == port.number();
                    boolean bothHttp = there.isHttp() && port.isHttp();
                    boolean bothRaw = there.isRaw() && port.isRaw();
                    boolean alike = same && there.protocol().equals(port.protocol());
                    boolean meets = pods.stream()
                            .filter(each -> selects(apex, each) && selects(leaf, each))
                            .anyMatch(each -> target(port, each) != 0 && target(port, each) == target(there, each));
                    return same && !bothHttp && !bothRaw || bothHttp && !alike && meets;
                });
    }

    /** Whether the caller's sidecar has a virtual host for a request: some leading labels of the full name (4.4). */
    static boolean isFor(Request request, Front front, int number, String callersNamespace) {
        String host = request.headers().get("host");
        if (host == null) {
            return true;
        }
        String name = host.endsWith(":" + number) ? host.substring(0, host.lastIndexOf(':')) : host;
        String[] names = front.name().split("/");
        boolean isShort = name.equals(names[1]);
        return (names[1] + "." + names[0] + ".svc.cluster.local.").startsWith(name + ".")
                && (!isShort || names[0].equals(callersNamespace));
    }

    private void add(Map<String, Object> object, Object template) {
        String namespace = text(object, "metadata", "namespace");
        String account = text(template, "spec", "serviceAccountName");
        pods.add(new Pods(
                text(object, "kind") + "/" + name(object),
                namespace,
                namespace + "/" + (account.isEmpty() ? "default" : account),
                at(template, "metadata", "labels"),
                at(template, "spec"),
                sidecar(namespace, template),
                text(object, "kind").equals("StatefulSet") ? text(object, "spec", "serviceName") : ""));
    }

    /** Section 2.2. */
    private Sidecar sidecar(String namespace, Object template) {
        if (text(template, "spec", "hostNetwork").equals("true")) {
            return Sidecar.NO;
        }
        if (!isWatched(namespace)) {
            return Sidecar.NO;
        }
        Object object = namespaces.get(namespace);
        Object ofPods = at(template, "metadata", "annotations", INJECTION);
        Object ofNamespace = object == null ? "enabled" : at(object, "metadata", "annotations", INJECTION);
        for (Object annotation : new Object[] {ofPods, ofNamespace}) {
            if (annotation != null && !says(annotation, YES) && !says(annotation, NO)) {
                return Sidecar.REJECTED;
            }
        }
        boolean injects = says(ofPods, YES) || says(ofNamespace, YES) && !says(ofPods, NO);
        return injects ? Sidecar.YES : Sidecar.NO;
    }

    private static boolean says(Object annotation, Set<String> words) {
        return annotation != null && words.contains(annotation.toString().toLowerCase(Locale.ROOT));
    }

    private static Front front(Map<String, Object> service) {
        List<Port> ports = items(service, "spec", "ports").stream()
                .map(port -> new Port(
                        (Integer) at(port, "port"),
                        at(port, "targetPort") == null ? at(port, "port") : at(port, "targetPort"),
                        protocol(port),
                        text(port, "protocol").equals("UDP")))
                .toList();
        return new Front(
                name(service),
                text(service, "metadata", "namespace"),
                mapping(service, "spec", "selector"),
                text(service, "spec", "clusterIP").equals("None"),
                ports);
    }

    /** Section 5.1, v1.2: appProtocol in any case, else a prefix of the name with its dash, else http. */
    private static String protocol(Object port) {
        List<String> known = List.of("tcp-server-first", "http", "tcp", "grpc");
        if (at(port, "appProtocol") != null) {
            String declared = text(port, "appProtocol").toLowerCase(Locale.ROOT);
            return known.contains(declared) ? declared : "";
        }
        String name = text(port, "name");
        return known.stream()
                .filter(each -> name.startsWith(each + "-"))
                .findFirst()
                .orElse("http");
    }
}
