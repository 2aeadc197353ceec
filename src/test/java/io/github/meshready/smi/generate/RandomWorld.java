package io.github.meshready.smi.generate;

import io.github.meshready.smi.TestManifests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The namespaces, workloads and Services of a random application. */
final class RandomWorld {

    /** Service port and container port by which peers call each other. */
    static final int PEER_PORT = 7100;

    private static final List<String> NAMESPACES = List.of("east", "west", "north");
    private static final String TIER_TARGET = "tier";

    private final Random random;
    private final List<String> namespaces = new ArrayList<>();
    private final Map<String, Boolean> injecting = new HashMap<>();
    private final List<RandomPods> pods = new ArrayList<>();
    private final List<RandomFront> fronts = new ArrayList<>();
    private final Map<String, List<RandomPods>> tiers = new TreeMap<>();

    RandomWorld(Random random) {
        this.random = random;
        NAMESPACES.forEach(this::addNamespace);
        int servers = 1 + random.nextInt(5);
        for (int i = 0; i < servers; i++) {
            addServer("s" + i);
        }
        tiers.forEach(this::addTier);
        int clients = 1 + random.nextInt(3);
        for (int i = 0; i < clients; i++) {
            String kind = List.of("Deployment", "Deployment", "CronJob", "Job").get(random.nextInt(4));
            add(kind, namespace(), "c" + i, false, Map.of(), "");
        }
    }

    List<String> namespaces() {
        return namespaces;
    }

    List<RandomPods> pods() {
        return pods;
    }

    List<RandomFront> fronts() {
        return fronts;
    }

    /** Defined by no manifest, plainly, as part of the mesh, or with sidecars for those only who ask for one. */
    private void addNamespace(String name) {
        String text = TestManifests.namespace(name);
        int form = random.nextInt(8);
        injecting.put(name, form != 7);
        if (form == 5) {
            namespaces.add(text.substring(0, text.indexOf("  labels")));
        } else if (form == 6) {
            namespaces.add(text);
        } else if (form == 7) {
            namespaces.add(text.replace("injection: enabled", "injection: disabled"));
        }
    }

    private String namespace() {
        return NAMESPACES.get(random.nextInt(NAMESPACES.size()));
    }

    private void addServer(String name) {
        String namespace = namespace();
        boolean peers = random.nextInt(5) == 0;
        boolean tier = random.nextInt(3) == 0;
        Map<String, Integer> numbers = new TreeMap<>();
        List<RandomFront.Port> ports = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int target = random.nextBoolean() ? 100 + i : 5000 + i;
            numbers.put("t" + i, target);
            ports.add(port("p" + i, 100 + i, random.nextInt(3) == 0 ? "t" + i : Integer.toString(target)));
        }
        if (tier) {
            numbers.put(TIER_TARGET, 7000 + random.nextInt(2));
        }
        String kind = peers ? "StatefulSet" : "Deployment";
        RandomPods server = add(kind, namespace, name, tier, numbers, peers ? name + "-peers" : "");
        addFront(namespace, name, "app: " + name, ports, List.of(server));
        if (random.nextInt(4) == 0) {
            addFront(namespace, name + "-also", "app: " + name, others(ports), List.of(server));
        }
        if (peers) {
            String peerPort = Integer.toString(PEER_PORT);
            RandomFront.Port port = new RandomFront.Port("", PEER_PORT, peerPort, "tcp", false);
            fronts.add(new RandomFront(
                    namespace, server.governing(), "app: " + name, true, List.of(port), List.of(server)));
        }
        if (tier) {
            tiers.computeIfAbsent(namespace, key -> new ArrayList<>()).add(server);
        }
    }

    /** One Service over all workloads of a namespace that carry the label; the port's number may differ among them. */
    private void addTier(String namespace, List<RandomPods> behind) {
        addFront(namespace, "tier", "tier: x", List.of(port("", 300, TIER_TARGET)), behind);
    }

    private void addFront(
            String namespace, String name, String label, List<RandomFront.Port> ports, List<RandomPods> behind) {
        boolean headless = random.nextInt(4) == 0;
        fronts.add(new RandomFront(namespace, name, label, headless, ports, List.copyOf(behind)));
    }

    /** Some of the same ports of the pods under other numbers. */
    private List<RandomFront.Port> others(List<RandomFront.Port> ports) {
        return ports.subList(0, 1 + random.nextInt(ports.size())).stream()
                .map(port -> new RandomFront.Port(
                        port.name(), port.number() + 100, port.target(), port.declared(), port.http()))
                .toList();
    }

    /** The protocol is declared, or told by the port's name, or by clients only. */
    private RandomFront.Port port(String name, int number, String target) {
        boolean http = random.nextBoolean();
        String protocol =
                http ? random.nextBoolean() ? "http" : "grpc" : random.nextBoolean() ? "tcp" : "tcp-server-first";
        return switch (random.nextInt(5)) {
            case 0 -> new RandomFront.Port(protocol + "-" + name + "x", number, target, "", http);
            case 1 -> new RandomFront.Port(name, number, target, "", http);
            default -> new RandomFront.Port(name, number, target, protocol, http);
        };
    }

    private RandomPods add(
            String kind, String namespace, String name, boolean tier, Map<String, Integer> ports, String governing) {
        boolean outside = random.nextInt(10) == 0;
        boolean asks = !outside && !injecting.get(namespace);
        String injection = asks ? "enabled" : outside && injecting.get(namespace) ? "no" : "";
        Map<String, String> labels = tier ? Map.of("app", name, "tier", "x") : Map.of("app", name);
        RandomPods added =
                new RandomPods(kind, namespace, name, account(name), injection, !outside, labels, ports, governing);
        pods.add(added);
        return added;
    }

    /** None, which asks for one; an own one; or one that others of the namespace have as well. */
    private String account(String name) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> "";
            case 2 -> name + "-own";
            default -> "shared";
        };
    }
}
