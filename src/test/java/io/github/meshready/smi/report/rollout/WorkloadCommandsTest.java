package io.github.meshready.smi.report.rollout;

import static io.github.meshready.smi.TestManifests.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.generate.PodReplacement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed for each kind of workload. */
class WorkloadCommandsTest {

    @ParameterizedTest(name = "{1}, changed: {2}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "apps/v1; Deployment; false; kubectl rollout restart deployment/x -n shop; kubectl rollout status deployment/x -n shop --timeout=5m",
                "apps/v1; Deployment; true; -; kubectl rollout status deployment/x -n shop --timeout=5m",
                "apps/v1; StatefulSet; false; kubectl rollout restart statefulset/x -n shop; kubectl rollout status statefulset/x -n shop --timeout=5m",
                "apps/v1; DaemonSet; true; -; kubectl rollout status daemonset/x -n shop --timeout=5m",
                "apps/v1; ReplicaSet; true; kubectl delete pods -n shop -l app=x; kubectl wait --for=condition=Ready pods -n shop -l app=x --timeout=5m",
                "v1; ReplicationController; false; kubectl delete pods -n shop -l app=x; kubectl wait --for=condition=Ready pods -n shop -l app=x --timeout=5m",
                "batch/v1; Job; false; kubectl delete job/x -n shop --ignore-not-found; -",
                "batch/v1; CronJob; true; -; -",
                "v1; Pod; true; kubectl delete pod/x -n shop --ignore-not-found; kubectl wait --for=condition=Ready pod/x -n shop --timeout=5m",
                "apps.openshift.io/v1; DeploymentConfig; true; -; oc rollout status dc/x -n shop",
                "argoproj.io/v1alpha1; Rollout; true; -; kubectl argo rollouts status x -n shop --timeout=5m",
                "argoproj.io/v1alpha1; Rollout; false; kubectl delete pods -n shop -l app=x; kubectl wait --for=condition=Ready pods -n shop -l app=x --timeout=5m",
                "serving.knative.dev/v1; Service; true; -; kubectl wait --for=condition=Ready ksvc/x -n shop --timeout=5m",
            })
    void replacesAndWaits(String version, String kind, boolean changed, String command, String wait) {
        PodReplacement replacement = PodReplacement.of(workload(version, kind, ""), changed);
        assertThat(replacement.command().orElse(null)).isEqualTo(command);
        assertThat(WaitCommand.of(replacement).orElse(null)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"StatefulSet, true", "StatefulSet, false", "DaemonSet, true"})
    void deletesThePodsThatNothingElseReplaces(String kind, boolean changed) {
        PodReplacement replacement =
                PodReplacement.of(workload("apps/v1", kind, "updateStrategy: {type: OnDelete}, "), changed);
        assertThat(replacement.command()).contains("kubectl delete pods -n shop -l app=x");
        assertThat(WaitCommand.of(replacement))
                .as("kubectl rollout status refuses")
                .contains("kubectl wait --for=condition=Ready pods -n shop -l app=x --timeout=5m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "apps/v1; Deployment; kubectl set serviceaccount deployment/x default -n shop",
                "v1; ReplicationController; kubectl set serviceaccount replicationcontroller/x default -n shop",
                "apps.openshift.io/v1; DeploymentConfig; kubectl patch deploymentconfig/x -n shop --type=merge -p '{\"spec\":{\"template\":{\"spec\":{\"serviceAccountName\":\"default\"}}}}'",
                "batch/v1; Job; -",
                "argoproj.io/v1alpha1; Rollout; -",
            })
    void givesTheFormerAccountBack(String version, String kind, String command) {
        assertThat(new FormerAccounts(List.of(workload(version, kind, ""))).commands())
                .isEqualTo(command == null ? List.of() : List.of(command));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "containers: [{name: a}]; 2",
                "containers: [{name: a}, {name: b}]; 3",
                "containers: [{name: a, readinessProbe: {httpGet: {port: 80}}}]; 2",
                "containers: [{name: a, readinessProbe: {tcpSocket: {port: 80}}}, {name: b, livenessProbe: {tcpSocket: {port: 81}}}]; 4",
                "containers: [{name: a}], initContainers: [{name: i}]; 2",
                "containers: [{name: a}], initContainers: [{name: i, restartPolicy: Always}]; 3",
            })
    void countsContainers(String spec, int ready) {
        Workload workload = app("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {template: {spec: {"
                        + spec + "}}}\n")
                .workloads()
                .get(0);
        assertThat(new ContainerCount(workload).meshed()).isEqualTo(ready);
    }

    /** A selector that is empty selects the pods of everybody. */
    @Test
    void neverSelectsEverything() {
        Workload workload =
                app("apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: {name: x}\nspec: {template: {spec: {}}}\n")
                        .workloads()
                        .get(0);
        PodReplacement replacement = PodReplacement.of(workload, true);
        assertThat(replacement.command()).isEmpty();
        assertThat(WaitCommand.of(replacement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "app: web, version: v1; app: api; app=web",
                "app: web, version: v1; app: web, version: v2; version=v1",
                "app: web, tier: a; app: web, tier: a, x: b; app=web,tier=a",
                "z: web, app.kubernetes.io/name: web, a: web; app: api; app.kubernetes.io/name=web",
                "z: first, b: second; app: api; b=second",
            })
    void selectsByOneLabelIfThatSuffices(String labels, String others, String selector) {
        Application application =
                app(labelled("shop", "w", labels), labelled("shop", "o", others), labelled("far", "w", labels));
        assertThat(new PodSelector(application).of(application.workloads().get(0)))
                .isEqualTo(selector);
    }

    private static String labelled(String namespace, String name, String labels) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + ", namespace: " + namespace
                + "}\nspec: {template: {metadata: {labels: {" + labels + "}}, spec: {}}}\n";
    }

    private static Workload workload(String version, String kind, String spec) {
        String template = "{metadata: {labels: {app: x}}, spec: {containers: [{name: c}]}}";
        String body = kind.equals("Pod")
                ? "spec: {containers: [{name: c}]}\n"
                : kind.equals("CronJob")
                        ? "spec: {jobTemplate: {spec: {template: " + template + "}}}\n"
                        : "spec: {" + spec + "template: " + template + "}\n";
        return app("apiVersion: " + version + "\nkind: " + kind
                        + "\nmetadata: {name: x, namespace: shop, labels: {app: x}}\n" + body)
                .workloads()
                .get(0);
    }
}
