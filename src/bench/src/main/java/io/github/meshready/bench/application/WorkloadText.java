package io.github.meshready.bench.application;

import java.util.List;

/** A Deployment, or a StatefulSet for a database. */
record WorkloadText(Member member) {

    String workload(List<String> env, List<String> arguments) {
        boolean database = member.kind() == Kind.DATABASE;
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
                """.formatted(
                        member.name(),
                        member.namespace(),
                        database ? "StatefulSet" : "Deployment",
                        database ? "  serviceName: " + member.name() + "\n" : "",
                        image());
        String list = arguments.isEmpty() ? "" : "        args:\n" + String.join("", arguments);
        return head + list + container(env) + (member.number() % 3 == 0 ? shipper() : "") + volumes();
    }

    private String image() {
        return switch (member.kind()) {
            case HTTP, GRPC -> "registry.example.com/shop/" + member.name() + ":1.4.2";
            case CACHE -> "redis:7.2";
            case DATABASE -> "postgres:16.1";
        };
    }

    private String container(List<String> env) {
        Kind kind = member.kind();
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
                """.formatted(
                        kind.portName,
                        kind.port,
                        member.name(),
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

    private String volumes() {
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
                """.formatted(member.name(), member.name());
    }
}
