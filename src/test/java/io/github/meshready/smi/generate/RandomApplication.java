package io.github.meshready.smi.generate;

import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;

import io.github.meshready.smi.policy.DeclaredSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A random application that knows which access it needs: workloads on accounts of their own, on {@code default} or
 * shared, some without a sidecar; Services with several ports of several protocols, headless or not, over one workload
 * or over several; calls in several spellings, some of which a policy allows already.
 */
final class RandomApplication {

    private static final String[] NAMESPACES = {"east", "west", "north"};

    private static final int TIER_PORT = 7000;

    private final Random random;
    private final List<String> documents = new ArrayList<>();
    private final List<Callee> callees = new ArrayList<>();
    private final Map<String, List<String>> tiers = new TreeMap<>();
    private final Set<String> needed = new TreeSet<>();
    private final List<DeclaredSplit> splits;
    private boolean hasOutsiders;

    /** A port of a Service, with the accounts of those behind it that have a sidecar. */
    private record Callee(
            String namespace, String name, List<String> accounts, int port, int targetPort, boolean http) {}

    RandomApplication(long seed) {
        this.random = new Random(seed);
        int servers = 1 + random.nextInt(6);
        for (int i = 0; i < servers; i++) {
            addServer("s" + i);
        }
        tiers.forEach(this::addTier);
        int clients = 1 + random.nextInt(6);
        for (int i = 0; i < clients; i++) {
            addClient("c" + i);
        }
        splits = new RandomSplits(seed).addTo(documents, needed);
    }

    /** TrafficSplits that the build's configuration asks for. */
    List<DeclaredSplit> splits() {
        return splits;
    }

    List<String> documents() {
        return documents;
    }

    /** {@code source destination targetPort} of every call, with the accounts that workloads end up with. */
    Set<String> needed() {
        return needed;
    }

    /** Whether some workload has no sidecar, so that its calls cannot be allowed. */
    boolean hasOutsiders() {
        return hasOutsiders;
    }

    private String namespace() {
        return NAMESPACES[random.nextInt(NAMESPACES.length)];
    }

    private void addServer(String name) {
        String namespace = namespace();
        String account = account(name);
        boolean outside = random.nextInt(10) == 0;
        boolean tier = random.nextInt(3) == 0;
        List<String> accounts = outside ? List.of() : List.of(account.isEmpty() ? name : account);
        StringBuilder ports = new StringBuilder();
        StringBuilder containerPorts = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int port = 100 + i;
            int target = random.nextBoolean() ? port : 5000 + i;
            boolean http = random.nextBoolean();
            String targetPort = random.nextInt(3) == 0 ? "t" + i : Integer.toString(target);
            ports.append("  - {name: p%d, port: %d, targetPort: %s, appProtocol: %s}\n"
                    .formatted(i, port, targetPort, protocol(http)));
            containerPorts.append("%s{name: t%d, containerPort: %d}".formatted(i == 0 ? "" : ", ", i, target));
            callees.add(new Callee(namespace, name, accounts, port, target, http));
        }
        addWorkload(namespace, name, account, outside, tier, "ports: [" + containerPorts + "]");
        addService(namespace, name, "app: " + name, ports.toString());
        if (tier) {
            tiers.computeIfAbsent(namespace, key -> new ArrayList<>()).addAll(accounts);
        }
    }

    /** One Service over all workloads of a namespace that carry the label. */
    private void addTier(String namespace, List<String> accounts) {
        boolean http = random.nextBoolean();
        callees.add(new Callee(namespace, "tier", accounts, 300, TIER_PORT, http));
        addService(
                namespace,
                "tier",
                "tier: x",
                "  - {port: 300, targetPort: %d, appProtocol: %s}\n".formatted(TIER_PORT, protocol(http)));
    }

    private String protocol(boolean http) {
        return http ? random.nextBoolean() ? "http" : "grpc" : random.nextBoolean() ? "tcp" : "tcp-server-first";
    }

    private void addService(String namespace, String name, String selector, String ports) {
        documents.add(
                "apiVersion: v1\nkind: Service\nmetadata: {name: %s, namespace: %s}\nspec:\n%s  selector: {%s}\n  ports:\n%s"
                        .formatted(
                                name, namespace, random.nextInt(4) == 0 ? "  clusterIP: None\n" : "", selector, ports));
    }

    private void addWorkload(
            String namespace, String name, String account, boolean outside, boolean tier, String containerLine) {
        hasOutsiders |= outside;
        documents.add(deploymentAs(namespace, name, account, containerLine)
                .replace(
                        "    metadata: {labels: {app: " + name + "}}",
                        "    metadata: {"
                                + (outside ? "annotations: {openservicemesh.io/sidecar-injection: 'no'}, " : "")
                                + "labels: {app: " + name + (tier ? ", tier: x" : "") + "}}"));
    }

    private void addClient(String name) {
        String namespace = namespace();
        String account = account(name);
        boolean outside = random.nextInt(10) == 0;
        StringBuilder env = new StringBuilder();
        for (Callee callee : callees) {
            if (random.nextInt(3) == 0) {
                env.append(env.length() == 0 ? "" : ", ")
                        .append("{name: X")
                        .append(callee.namespace())
                        .append(callee.name())
                        .append(callee.port())
                        .append(", value: '")
                        .append(spelling(callee, namespace))
                        .append("'}");
                if (!outside) {
                    need(namespace, account.isEmpty() ? name : account, callee);
                }
            }
        }
        addWorkload(namespace, name, account, outside, false, "env: [" + env + "]");
    }

    private void need(String namespace, String account, Callee callee) {
        for (String destination : callee.accounts()) {
            needed.add(namespace + "/" + account + " " + callee.namespace() + "/" + destination + " "
                    + callee.targetPort());
        }
        if (callee.accounts().size() == 1 && random.nextInt(5) == 0) {
            allow(namespace, account, callee);
        }
    }

    /** A policy by hand, for one call and nothing else. */
    private void allow(String namespace, String account, Callee callee) {
        String name = "given-" + documents.size();
        List<String> rules = new ArrayList<>(List.of("{kind: TCPRoute, name: " + name + "}"));
        documents.add(tcpRoute(callee.namespace(), name, Integer.toString(callee.targetPort())));
        if (callee.http()) {
            rules.add("{kind: HTTPRouteGroup, name: " + name + ", matches: [all]}");
            documents.add(group(callee.namespace(), name, "{name: all, pathRegex: '.*', methods: ['*']}"));
        }
        String target =
                target(callee.namespace(), name, callee.accounts().get(0), account, rules.toArray(String[]::new));
        documents.add(target.replaceAll(
                "sources: .*",
                "sources: [{kind: ServiceAccount, name: %s, namespace: %s}]".formatted(account, namespace)));
    }

    /** None, which asks for one; an own one; or one that others of the namespace have as well. */
    private String account(String name) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> "";
            case 2 -> name + "-own";
            default -> "shared";
        };
    }

    private String spelling(Callee callee, String from) {
        String host = callee.namespace().equals(from) && random.nextBoolean()
                ? callee.name()
                : callee.name() + "." + callee.namespace() + (random.nextBoolean() ? "" : ".svc.cluster.local");
        return (random.nextBoolean() ? (callee.http() ? "http://" : "tcp://") : "") + host + ":" + callee.port();
    }
}
