package io.github.meshready.bench.application;

import java.util.List;

/** What stands beside a workload: its ConfigMap and its Service, and what no mesh looks at. */
record ObjectText(Member member) {

    String configMap(List<String> config) {
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
                """.formatted(member.name(), member.namespace()) + String.join("", config);
    }

    String service() {
        Kind kind = member.kind();
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
                """.formatted(member.name(), member.namespace(), kind.portName, kind.port);
    }

    String autoscaler() {
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
                """.formatted(member.name(), member.namespace());
    }

    String budget() {
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
                """.formatted(member.name(), member.namespace());
    }
}
