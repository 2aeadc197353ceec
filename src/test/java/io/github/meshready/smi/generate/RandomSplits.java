package io.github.meshready.smi.generate;

import static io.github.meshready.smi.SplitManifests.labelled;
import static io.github.meshready.smi.SplitManifests.selecting;
import static io.github.meshready.smi.SplitManifests.splitNamed;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;

import io.github.meshready.smi.policy.DeclaredSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Services whose calls are spread over others, with callers of their own: by a TrafficSplit in the manifests or in the
 * build's configuration, over one to three backends of one or two workloads each, with ports of their own, of HTTP or raw
 * TCP, with weight 0, over the apex itself; beside pods that only the apex selects and that nobody needs.
 */
final class RandomSplits {

    private static final String[] FORMS = {"%s", "%s.%s", "%s.%s.svc", "%s.%s.svc.cluster.local"};

    private final Random random;

    private List<String> documents;
    private Set<String> needed;
    private final List<DeclaredSplit> declared = new ArrayList<>();

    RandomSplits(long seed) {
        this.random = new Random(~seed);
    }

    /** Adds manifests and the access that they need; returns what belongs into the build's configuration. */
    List<DeclaredSplit> addTo(List<String> allDocuments, Set<String> allNeeded) {
        documents = allDocuments;
        needed = allNeeded;
        int splits = random.nextInt(3);
        for (int i = 0; i < splits; i++) {
            add("x" + i, "shop" + random.nextInt(2));
        }
        return declared;
    }

    /** Pods behind a backend, and the port of theirs that it leads to. */
    private record Pods(String account, int targetPort) {}

    /**
     * A Service that is spread.
     *
     * @param declared whether the build's configuration spreads it; then its backends lead to the same ports
     * @param named whether ports of the pods are named, and every workload has another number for the name
     * @param marks whether its ports have an appProtocol
     */
    private record Apex(String namespace, String name, boolean http, boolean declared, boolean named, boolean marks) {

        String port(String name, String target, boolean marked) {
            return "{name: %s, port: 400, targetPort: %s%s}"
                    .formatted(name, target, marked ? ", appProtocol: " + (http ? "http" : "tcp") : "");
        }
    }

    private void add(String name, String namespace) {
        boolean http = random.nextBoolean();
        Apex apex = new Apex(
                namespace, name, http, random.nextBoolean(), random.nextInt(3) == 0, http || random.nextBoolean());
        documents.add(selecting(
                namespace, name, "part: " + name, apex.port("p", apex.named() ? "web" : "400", apex.marks())));
        List<Pods> all = new ArrayList<>(List.of(addWorkload(apex, name + "-old", "none", 400)));
        List<DeclaredSplit.Backend> backends = new ArrayList<>();
        List<List<Pods>> behind = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String leaf = name + "-v" + i;
            behind.add(addLeaf(apex, leaf));
            backends.add(new DeclaredSplit.Backend(leaf, weight(http, i)));
        }
        if (random.nextInt(5) == 0) {
            backends.add(new DeclaredSplit.Backend(name, "7"));
            behind.forEach(pods -> pods.forEach(each -> all.add(apex.named() ? each : new Pods(each.account(), 400))));
            behind.add(all);
        }
        if (apex.declared()) {
            declared.add(new DeclaredSplit(namespace + "/" + name, backends));
        } else {
            String form = FORMS[random.nextInt(FORMS.length)].formatted(name, namespace);
            String[] list = backends.stream()
                    .map(backend -> backend.service() + ": " + backend.weight())
                    .toArray(String[]::new);
            documents.add(splitNamed(name, namespace, form, list));
        }
        int clients = random.nextInt(3);
        for (int i = 0; i < clients; i++) {
            addClient(apex, name + "-c" + i, behind);
        }
    }

    private String weight(boolean http, int index) {
        return Integer.toString(index == 0 || !http ? 1 + random.nextInt(100) : random.nextInt(3));
    }

    private List<Pods> addLeaf(Apex apex, String leaf) {
        int port = apex.declared() || random.nextBoolean() ? 400 : 5000 + random.nextInt(3);
        documents.add(selecting(
                apex.namespace(),
                leaf,
                "leaf: " + leaf,
                apex.port("main", apex.named() ? "web" : Integer.toString(port), apex.http() || random.nextBoolean()),
                "{name: other, port: 401, appProtocol: tcp}"));
        List<Pods> pods = new ArrayList<>();
        int workloads = 1 + random.nextInt(2);
        for (int i = 0; i < workloads; i++) {
            pods.add(addWorkload(apex, leaf + "-w" + i, leaf, port));
        }
        return pods;
    }

    private Pods addWorkload(Apex apex, String name, String leaf, int port) {
        String account = random.nextBoolean() ? "" : name + "-own";
        int target = apex.named() ? 6000 + documents.size() : port;
        String deployment =
                deploymentAs(apex.namespace(), name, account, "ports: [{name: web, containerPort: " + target + "}]");
        documents.add(labelled(labelled(deployment, "part: " + apex.name()), "leaf: " + leaf));
        return new Pods(account.isEmpty() ? name : account, target);
    }

    private void addClient(Apex apex, String name, List<List<Pods>> behind) {
        String own = "shop" + random.nextInt(2);
        String scheme = apex.http() ? "http://" : "tcp://";
        documents.add(deploymentAs(
                own,
                name,
                name,
                "env: [{name: X, value: '%s%s.%s:400'}]"
                        .formatted(apex.marks() && random.nextBoolean() ? "" : scheme, apex.name(), apex.namespace())));
        String client = own + "/" + name;
        behind.stream()
                .flatMap(List::stream)
                .map(pods -> client + " " + apex.namespace() + "/" + pods.account() + " " + pods.targetPort())
                .forEach(needed::add);
        boolean alone =
                behind.stream().filter(pods -> pods.containsAll(behind.get(0))).count() == 1;
        if (random.nextInt(4) == 0 && behind.get(0).size() == 1 && alone) {
            allow(apex.namespace(), own, name, behind.get(0).get(0), apex.http());
        }
    }

    /** A policy by hand for the first backend alone, which has to be completed for the others. */
    private void allow(String namespace, String clientNamespace, String client, Pods pods, boolean http) {
        String name = client + "-given";
        documents.add(tcpRoute(namespace, name, Integer.toString(pods.targetPort())));
        List<String> rules = new ArrayList<>(List.of("{kind: TCPRoute, name: " + name + "}"));
        if (http) {
            rules.add("{kind: HTTPRouteGroup, name: " + name + ", matches: [all]}");
            documents.add(group(namespace, name, "{name: all, pathRegex: '.*', methods: ['*']}"));
        }
        documents.add(target(namespace, name, pods.account(), client, rules.toArray(String[]::new))
                .replaceAll(
                        "sources: .*",
                        "sources: [{kind: ServiceAccount, name: %s, namespace: %s}]"
                                .formatted(client, clientNamespace)));
    }
}
