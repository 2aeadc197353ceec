package io.github.meshready.smi.generate;

import static io.github.meshready.smi.TestManifests.deploymentAs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A random application that knows which access it needs: workloads on accounts of their own, on {@code default} or
 * shared, Services with several ports of several protocols, and calls in several spellings.
 */
final class RandomApplication {

    /** Access between accounts, which is what the mesh can grant. */
    record Access(String source, String destination, int targetPort) {}

    private static final String[] NAMESPACES = {"east", "west", "north"};

    private final Random random;
    private final List<String> documents = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final Set<String> needed = new TreeSet<>();

    private record Target(String namespace, String name, String account, int port, int targetPort, String scheme) {}

    RandomApplication(long seed) {
        this.random = new Random(seed);
        int services = 1 + random.nextInt(6);
        for (int i = 0; i < services; i++) {
            addServer("s" + i);
        }
        int clients = 1 + random.nextInt(6);
        for (int i = 0; i < clients; i++) {
            addClient("c" + i);
        }
    }

    List<String> documents() {
        return documents;
    }

    /** {@code source destination targetPort} of every call, with the accounts that workloads end up with. */
    Set<String> needed() {
        return needed;
    }

    private String namespace() {
        return NAMESPACES[random.nextInt(NAMESPACES.length)];
    }

    private void addServer(String name) {
        String namespace = namespace();
        String account = account(name);
        StringBuilder ports = new StringBuilder();
        StringBuilder containerPorts = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int port = 100 + i;
            int target = random.nextBoolean() ? port : 5000 + i;
            boolean http = random.nextBoolean();
            boolean named = random.nextInt(3) == 0;
            ports.append("  - {name: p").append(i).append(", port: ").append(port);
            ports.append(", targetPort: ").append(named ? "t" + i : target);
            ports.append(", appProtocol: ")
                    .append(
                            http
                                    ? random.nextBoolean() ? "http" : "grpc"
                                    : random.nextBoolean() ? "tcp" : "tcp-server-first")
                    .append("}\n");
            containerPorts
                    .append(i == 0 ? "" : ", ")
                    .append("{name: t")
                    .append(i)
                    .append(", containerPort: ")
                    .append(target)
                    .append('}');
            targets.add(new Target(
                    namespace, name, account.isEmpty() ? name : account, port, target, http ? "http" : "tcp"));
        }
        documents.add(deploymentAs(namespace, name, account, "ports: [" + containerPorts + "]"));
        documents.add(
                "apiVersion: v1\nkind: Service\nmetadata: {name: %s, namespace: %s}\nspec:\n  selector: {app: %s}\n  ports:\n%s"
                        .formatted(name, namespace, name, ports));
    }

    private void addClient(String name) {
        String namespace = namespace();
        String account = account(name);
        StringBuilder env = new StringBuilder();
        for (Target target : targets) {
            if (random.nextInt(3) == 0) {
                env.append(env.length() == 0 ? "" : ", ")
                        .append("{name: X")
                        .append(target.name())
                        .append(target.port())
                        .append(", value: '")
                        .append(spelling(target, namespace))
                        .append("'}");
                needed.add(namespace + "/" + (account.isEmpty() ? name : account) + " " + target.namespace() + "/"
                        + target.account() + " " + target.targetPort());
            }
        }
        documents.add(deploymentAs(namespace, name, account, "env: [" + env + "]"));
    }

    /** None, which asks for one; an own one; or default. */
    private String account(String name) {
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> name + "-own";
            default -> "";
        };
    }

    private String spelling(Target target, String from) {
        String host = target.namespace().equals(from) && random.nextBoolean()
                ? target.name()
                : target.name() + "." + target.namespace() + (random.nextBoolean() ? "" : ".svc.cluster.local");
        return (random.nextBoolean() ? target.scheme() + "://" : "") + host + ":" + target.port();
    }
}
