import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes an application of any size, as a team might keep it in its repository: workloads that speak http, gRPC and TCP, each
 * with a Service, configuration, comments, and two to four calls in the spellings that people use. Beside them stands what no
 * mesh looks at. The same arguments give the same bytes.
 *
 * <pre>{@code java src/bench/Applications.java 1000 FOLDER one|workload|object}</pre>
 *
 * The last word says how the manifests are spread: one file, a file per workload, or a file per object with names as JKube wants
 * them. A workload takes about 3.5 kB.
 */
public final class Applications {

    private static final List<String> NAMES = List.of(
            "orders", "payments", "catalog", "cart", "shipping", "reviews", "search", "ledger", "accounts", "mail");
    private static final int PER_NAMESPACE = 25;

    private final int size;
    private final Random random = new Random(42);

    private Applications(int size) {
        this.size = size;
    }

    /** A document and the name of its file where each object has one. */
    private record Item(String file, String text) {}

    /** What speaks what: every tenth workload is a cache, every tenth a database, every tenth speaks gRPC. */
    private enum Kind {
        HTTP(8080, "http"),
        GRPC(9090, "grpc"),
        CACHE(6379, "redis"),
        DATABASE(5432, "postgres");

        final int port;
        final String portName;

        Kind(int port, String portName) {
            this.port = port;
            this.portName = portName;
        }

        static Kind of(int number) {
            return switch (number % 10) {
                case 3 -> CACHE;
                case 6 -> DATABASE;
                case 9 -> GRPC;
                default -> HTTP;
            };
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: java src/bench/Applications.java WORKLOADS FOLDER one|workload|object");
            System.exit(2);
        }
        int size = Integer.parseInt(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Applications application = new Applications(size);
        switch (arguments[2]) {
            case "one" -> application.writeOne(folder.resolve("application.yaml"));
            case "workload" -> application.writeWorkloads(folder);
            case "object" -> application.writeObjects(folder);
            default -> throw new IllegalArgumentException("one, workload or object, not " + arguments[2]);
        }
    }

    private void writeOne(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (int number = 0; number < size; number++) {
                out.write(joined(items(number)));
            }
        }
    }

    private void writeWorkloads(Path folder) throws IOException {
        for (int number = 0; number < size; number++) {
            Files.writeString(folder.resolve(name(number) + ".yaml"), joined(items(number)));
        }
    }

    private void writeObjects(Path folder) {
        for (int number = 0; number < size; number++) {
            items(number).forEach(item -> {
                try {
                    Files.writeString(folder.resolve(item.file()), item.text());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String joined(List<Item> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append("---\n").append(item.text()));
        return text.toString();
    }

    private List<Item> items(int number) {
        String name = name(number);
        List<String> env = new ArrayList<>();
        List<String> config = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        int calls = 2 + random.nextInt(3);
        if (Kind.of(number) == Kind.HTTP || Kind.of(number) == Kind.GRPC) {
            for (int call = 0; call < calls; call++) {
                call(number, call, env, config, arguments);
            }
        }
        List<Item> items = new ArrayList<>();
        items.add(new Item(name + "-cm.yml", configMap(number, config)));
        items.add(new Item(
                name + (Kind.of(number) == Kind.DATABASE ? "-statefulset.yml" : "-deployment.yml"),
                workload(number, env, arguments)));
        items.add(new Item(name + "-service.yml", service(number)));
        if (number % 2 == 0 && Kind.of(number) != Kind.DATABASE) {
            items.add(new Item(name + "-hpa.yml", autoscaler(number)));
        }
        if (number % 5 == 1) {
            items.add(new Item(name + "-pdb.yml", budget(number)));
        }
        return items;
    }

    private String name(int number) {
        return NAMES.get(number % NAMES.size()) + "-" + number;
    }

    private String namespace(int number) {
        return "team-" + number / PER_NAMESPACE;
    }

    /** One call, to a neighbour mostly, in one of the spellings. */
    private void call(int from, int nth, List<String> env, List<String> config, List<String> arguments) {
        int start = from - from % PER_NAMESPACE;
        int to = random.nextInt(5) == 0
                ? random.nextInt(size)
                : start + random.nextInt(Math.min(PER_NAMESPACE, size - start));
        if (to == from) {
            to = (to + 1) % size;
        }
        Kind kind = Kind.of(to);
        String host = namespace(to).equals(namespace(from)) ? name(to) : name(to) + "." + namespace(to);
        String key = name(to).toUpperCase(Locale.ROOT).replace('-', '_');
        String property = name(to).replace('-', '.');
        String url = switch (kind) {
            case HTTP -> "http://" + host + ":" + kind.port + "/api";
            case GRPC -> "dns:///" + host + ":" + kind.port;
            case CACHE -> "redis://" + host + ":" + kind.port + "/0";
            case DATABASE -> "jdbc:postgresql://" + host + ":" + kind.port + "/app";
        };
        switch ((from + nth) % 4) {
            case 0 -> env.add("        - name: %s_URL\n          value: %s\n".formatted(key, url));
            case 1 -> env.add("        - {name: %s_HOST, value: %s}\n        - {name: %s_PORT, value: \"%d\"}\n"
                    .formatted(key, host, key, kind.port));
            case 2 -> config.add("    # what %s is asked for\n    %s.url=%s\n".formatted(name(to), property, url));
            default -> arguments.add("        - --%s=%s\n".formatted(name(to), url));
        }
    }

    private String configMap(int number, List<String> config) {
        return """
                # Settings of %1$s; a change takes a new rollout.
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %1$s-config
                  namespace: %2$s
                  labels: {app: %1$s}
                data:
                  LOG_LEVEL: info
                  FEATURES: "search,export"   # comma separated
                  application.properties: |
                    server.shutdown=graceful
                    management.endpoints.web.exposure.include=health,prometheus
                    spring.jackson.serialization.write-dates-as-timestamps=false
                    # Pools are per pod: mind the limit of the database before raising them.
                    spring.datasource.hikari.maximum-pool-size=8
                    spring.datasource.hikari.connection-timeout=2000
                    resilience.retry.max-attempts=3
                """
                        .formatted(name(number), namespace(number))
                + String.join("", config);
    }

    private String workload(int number, List<String> env, List<String> arguments) {
        boolean database = Kind.of(number) == Kind.DATABASE;
        String head = """
                # %1$s, owned by %2$s.
                # Raise the limits together with the autoscaler's target.
                apiVersion: apps/v1
                kind: %3$s
                metadata:
                  name: %1$s
                  namespace: %2$s
                  labels:
                    app: %1$s
                    app.kubernetes.io/part-of: shop
                  annotations:
                    docs: "https://wiki.example.com/%1$s"
                    on-call: team of %2$s
                spec:
                  replicas: 2
                %4$s  selector:
                    matchLabels:
                      app: %1$s
                  template:
                    metadata:
                      labels:
                        app: %1$s
                        version: "1.4"
                    spec:
                      terminationGracePeriodSeconds: 45
                      securityContext: {runAsNonRoot: true, runAsUser: 1000}
                      containers:
                      - name: main
                        image: %5$s
                """
                .formatted(
                        name(number),
                        namespace(number),
                        database ? "StatefulSet" : "Deployment",
                        database ? "  serviceName: " + name(number) + "\n" : "",
                        image(number));
        String list = arguments.isEmpty() ? "" : "        args:\n" + String.join("", arguments);
        return head + list + container(number, env) + (number % 3 == 0 ? shipper() : "") + volumes(number);
    }

    private String image(int number) {
        return switch (Kind.of(number)) {
            case HTTP, GRPC -> "registry.example.com/shop/" + name(number) + ":1.4.2";
            case CACHE -> "redis:7.2";
            case DATABASE -> "postgres:16.1";
        };
    }

    private String container(int number, List<String> env) {
        Kind kind = Kind.of(number);
        String probe = kind == Kind.HTTP
                ? "{path: /health, port: %s}".formatted(kind.portName)
                : "{port: %s}".formatted(kind.portName);
        return """
                        ports:
                        - name: %1$s
                          containerPort: %2$d
                        env:
                        - name: POD_NAME
                          valueFrom:
                            fieldRef:
                              fieldPath: metadata.name
                        - name: LOG_LEVEL
                          valueFrom:
                            configMapKeyRef:
                              name: %3$s-config
                              key: LOG_LEVEL
                        - {name: JAVA_TOOL_OPTIONS, value: "-XX:MaxRAMPercentage=75"}
                %4$s        resources:
                          requests: {cpu: 100m, memory: 256Mi}
                          limits: {memory: 512Mi}   # no limit for cpu, on purpose
                        readinessProbe:
                          %5$s: %6$s
                          periodSeconds: 10
                        livenessProbe:
                          %5$s: %6$s
                          initialDelaySeconds: 30
                          failureThreshold: 5
                        securityContext:
                          allowPrivilegeEscalation: false
                          capabilities: {drop: [ALL]}
                        volumeMounts:
                        - name: config
                          mountPath: /config
                        - {name: tmp, mountPath: /tmp}
                """
                .formatted(
                        kind.portName,
                        kind.port,
                        name(number),
                        String.join("", env),
                        kind == Kind.HTTP ? "httpGet" : "tcpSocket",
                        probe);
    }

    private static String shipper() {
        return """
                      - name: log-shipper
                        image: registry.example.com/base/log-shipper:0.9
                        args: ["--follow", "/tmp/*.log"]
                        resources:
                          requests: {cpu: 10m, memory: 32Mi}
                        volumeMounts:
                        - {name: tmp, mountPath: /tmp, readOnly: true}
                """;
    }

    private String volumes(int number) {
        return """
                      volumes:
                      - name: config
                        configMap:
                          name: %s-config
                      - name: tmp
                        emptyDir: {}
                      affinity:
                        podAntiAffinity:
                          preferredDuringSchedulingIgnoredDuringExecution:
                          - weight: 100
                            podAffinityTerm:
                              topologyKey: kubernetes.io/hostname
                              labelSelector:
                                matchLabels: {app: %s}
                """
                .formatted(name(number), name(number));
    }

    private String service(int number) {
        Kind kind = Kind.of(number);
        return """
                apiVersion: v1
                kind: Service
                metadata:
                  name: %1$s
                  namespace: %2$s
                  labels:
                    app: %1$s
                spec:
                  selector:
                    app: %1$s
                  ports:
                  - name: %3$s   # the container's name of it
                    port: %4$d
                    targetPort: %3$s
                """
                .formatted(name(number), namespace(number), kind.portName, kind.port);
    }

    private String autoscaler(int number) {
        return """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: %1$s
                  namespace: %2$s
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: %1$s
                  minReplicas: 2
                  maxReplicas: 8
                  metrics:
                  - type: Resource
                    resource:
                      name: cpu
                      target: {type: Utilization, averageUtilization: 70}
                """
                .formatted(name(number), namespace(number));
    }

    private String budget(int number) {
        return """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: %1$s
                  namespace: %2$s
                spec:
                  maxUnavailable: 1
                  selector:
                    matchLabels: {app: %1$s}
                """
                .formatted(name(number), namespace(number));
    }
}
