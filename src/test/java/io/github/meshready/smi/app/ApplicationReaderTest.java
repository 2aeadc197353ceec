package io.github.meshready.smi.app;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.InputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicationReaderTest {

    private static final String POD =
            "{metadata: {labels: {app: x}}, spec: {serviceAccountName: s, containers: [{name: c, image: i}]}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apps/v1            | Deployment            | spec: {template: POD}
            extensions/v1beta1 | Deployment            | spec: {template: POD}
            apps/v1            | StatefulSet           | spec: {template: POD}
            apps/v1            | DaemonSet             | spec: {template: POD}
            apps/v1            | ReplicaSet            | spec: {template: POD}
            v1                 | ReplicationController | spec: {template: POD}
            batch/v1           | Job                   | spec: {template: POD}
            batch/v1beta1      | CronJob               | spec: {jobTemplate: {spec: {template: POD}}}
            """)
    void findsThePodTemplateOfEveryKind(String apiVersion, String kind, String spec) {
        Application application = app("apiVersion: %s\nkind: %s\nmetadata: {name: w}\n%s\n"
                .formatted(apiVersion, kind, spec.replace("POD", POD)));
        assertThat(application.workloads()).singleElement().satisfies(workload -> {
            assertThat(workload.id()).isEqualTo(kind + "/default/w");
            assertThat(workload.account()).isEqualTo(new ObjectName("default", "s"));
            assertThat(workload.pod().labels()).containsEntry("app", "x");
            assertThat(workload.pod().containers()).hasSize(1);
        });
    }

    @Test
    void readsABarePod() {
        Application application = app(
                "apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {app: x}}\nspec: {serviceAccount: old, containers: []}\n");
        Workload pod = application.workloads().get(0);
        assertThat(pod.account().name()).isEqualTo("old");
        assertThat(pod.pod().namesLegacyAccount()).isTrue();
        assertThat(pod.podSpecPath("serviceAccountName")).containsExactly("spec", "serviceAccountName");
    }

    @Test
    void takesOnlyKubernetesOwnKindsForWhatTheyAre() {
        Application application =
                app("apiVersion: other.dev/v1\nkind: Service\nmetadata: {name: k}\nspec: {template: {}}\n");
        assertThat(application.services()).isEmpty();
        assertThat(application.objects()).hasSize(1);
    }

    @Test
    void opensLists() {
        Application application = app(
                "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ServiceAccount, metadata: {name: a}}\n"
                        + "- {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ServiceAccount, metadata: {name: b, namespace: m}}]}\n");
        assertThat(application.accounts().keySet())
                .containsExactlyInAnyOrder(new ObjectName("default", "a"), new ObjectName("m", "b"));
        assertThat(application.objects().get(1).path()).containsExactly("items", 1, "items", 0);
        assertThat(app("apiVersion: v1\nkind: List\nitems: []\n").objects()).isEmpty();
        assertThat(app("apiVersion: v1\nkind: List\nitems:\n").objects()).isEmpty();
    }

    @Test
    void selectsPodsByAllLabelsInTheServicesNamespace() {
        Application application = app(
                deployment("a", "web"),
                deployment("b", "web"),
                service("a", "web", "{port: 80}"),
                "apiVersion: v1\nkind: Service\nmetadata: {name: none, namespace: a}\nspec: {ports: [{port: 80}]}\n",
                "apiVersion: v1\nkind: Service\nmetadata: {name: more, namespace: a}\nspec: {selector: {app: web, tier: x}, ports: [{port: 80}]}\n",
                "apiVersion: v1\nkind: Service\nmetadata: {name: alias, namespace: a}\nspec: {type: ExternalName, selector: {app: web}, externalName: x.org}\n");
        assertThat(application.services())
                .map(each -> each.name().name() + "=" + application.selectedBy(each))
                .containsExactly("web=[Deployment/a/web]", "none=[]", "more=[]", "alias=[]");
        assertThat(application.servicesOf(application.workloads().get(1))).isEmpty();
    }

    @Test
    void resolvesTargetPortsOnThePods() {
        Application application = app(
                deployment("a", "web", "ports: [{name: http, containerPort: 8080}]"),
                service(
                        "a",
                        "web",
                        "{name: p1, port: 80, targetPort: http}",
                        "{name: p2, port: 81, targetPort: 9090}",
                        "{name: p3, port: 82}",
                        "{name: p4, port: 83, targetPort: nope}",
                        "{name: p5, port: 84, targetPort: '8081'}"));
        PodTemplate pod = application.workloads().get(0).pod();
        assertThat(application.services().get(0).ports())
                .map(port -> port.target().on(pod).orElse(-1))
                .containsExactly(8080, 9090, 82, -1, -1);
    }

    @Test
    void readsKindsOfOtherMakers() {
        String template = "spec: {template: {spec: {serviceAccountName: x, containers: [{name: c, image: i}]}}}\n";
        Application application = app(
                "apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nmetadata: {name: a}\n" + template,
                "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: b}\n" + template,
                "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: c}\nspec: {workloadRef: {kind: Deployment, name: d}}\n",
                "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: e}\n" + template,
                "apiVersion: other.dev/v1\nkind: Rollout\nmetadata: {name: f}\n");
        assertThat(application.workloads())
                .map(workload -> workload.id() + " " + workload.account())
                .containsExactly(
                        "DeploymentConfig/default/a default/x",
                        "Rollout/default/b default/x",
                        "Service/default/e default/x");
        assertThat(application.services()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "extensions/v1beta1, DaemonSet, 1.16, apps/v1",
        "extensions/v1beta1, Ingress, 1.22, networking.k8s.io/v1",
        "apps/v1beta2, Deployment, 1.16, apps/v1",
        "batch/v1beta1, CronJob, 1.25, batch/v1",
        "policy/v1beta1, PodDisruptionBudget, 1.25, policy/v1",
        "apps/v1, Deployment, , ",
        "extensions/v1beta1, Foo, , "
    })
    void saysWhichVersionsKubernetesDoesNotServe(String version, String kind, String since, String successor) {
        String spec = "spec: {jobTemplate: {spec: {template: {spec: {}}}}, template: {spec: {}}}\n";
        Application application = app("apiVersion: " + version + "\nkind: " + kind + "\nmetadata: {name: x}\n" + spec);
        assertThat(application.remarks())
                .isEqualTo(
                        since == null
                                ? List.of()
                                : List.of("k8s/app.yaml:1:1: " + kind + " default/x has apiVersion " + version
                                        + ", which Kubernetes does not serve since " + since + "; write " + successor));
    }

    @Test
    void countsTheSameObjectOnce() {
        String one =
                "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n";
        String same =
                "kind: Service # again\napiVersion: v1\nmetadata:\n  name: 's'\nspec:\n  ports:\n  - port: 80\n  selector:\n    a: \"b\"\n";
        Application application = app(one, same);
        assertThat(application.services()).hasSize(1);
        assertThat(application.objects()).hasSize(2);
    }

    static Stream<Arguments> bad() {
        String deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n";
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";
        return Stream.of(
                Arguments.of("hello\n", "k8s/app.yaml:1:1: this is a text, not a Kubernetes object"),
                Arguments.of("- a\n", "this is a list, not a Kubernetes object"),
                Arguments.of("apiVersion: v1\nmetadata: {name: x}\n", "the document has no kind"),
                Arguments.of("kind: Service\nmetadata: {name: x}\n", "the document has no apiVersion"),
                Arguments.of("apiVersion: v1\nkind: [Service]\nmetadata: {name: x}\n", "the document has no kind"),
                Arguments.of("apiVersion: v1\nkind: Service\n", "Service: metadata is missing"),
                Arguments.of("apiVersion: v1\nkind: Service\nmetadata: {}\n", "metadata.name is missing"),
                Arguments.of(
                        "apiVersion: v1\nkind: Service\nmetadata: {name: off}\n",
                        "metadata.name must be a text, but kubectl reads off as a boolean"),
                Arguments.of(
                        "apiVersion: v1\nkind: Service\nmetadata: {name: a.b}\nspec: {}\n",
                        "Service name \"a.b\" is not valid"),
                Arguments.of(
                        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: \"../x\"}\n",
                        "Deployment name \"../x\" is not valid"),
                Arguments.of(
                        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: \"a\\nb\"}\n",
                        "Deployment name \"a\\u000ab\" is not valid"),
                Arguments.of(
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, namespace: ../y}\n",
                        "namespace \"../y\" is not a valid name"),
                Arguments.of("apiVersion: v1\nkind: List\nitems: [text]\n", "this is a text, not a Kubernetes object"),
                Arguments.of(deployment, "Deployment web: spec is missing"),
                Arguments.of(
                        deployment + "spec: {replicas: 1}\n",
                        "spec.template is missing; the API server rejects the object"),
                Arguments.of(
                        deployment + "spec: {template: {spec: {containers: {name: c}}}}\n",
                        "spec.template.spec.containers must be a list, but is a mapping"),
                Arguments.of(
                        deployment + "spec: {template: {spec: {containers: [c]}}}\n",
                        "must be a list of mappings, but is a text"),
                Arguments.of(
                        deployment + "spec: {template: {spec: {serviceAccountName: 5, containers: []}}}\n",
                        "serviceAccountName must be a text, but kubectl reads 5 as a number"),
                Arguments.of(
                        deployment
                                + "spec: {template: {spec: {containers: [{name: c, ports: [{containerPort: 70000}]}]}}}\n",
                        "containers[0].ports[0].containerPort must be a whole number from 1 to 65535"),
                Arguments.of(service, "Service web: spec is missing"),
                Arguments.of(
                        service + "spec: {ports: [{port: 65616}]}\n",
                        "k8s/app.yaml:4:23: Service web: spec.ports[0].port must be a whole number from 1 to 65535, but is 65616"),
                Arguments.of(service + "spec: {ports: [{port: 80.5}]}\n", "spec.ports[0].port must be a whole number"),
                Arguments.of(service + "spec: {ports: [{port: null}]}\n", "spec.ports[0].port is missing"),
                Arguments.of(
                        service + "spec: {ports: []}\n---\n" + service + "spec: {ports: [{port: 1}]}\n",
                        "Service default/web is defined a second time and differently (first at k8s/app.yaml:1:1)"),
                Arguments.of(
                        "apiVersion: v1\nkind: ConfigMap\nkind: Secret\nmetadata: {name: x}\n",
                        "k8s/app.yaml:3:1: key \"kind\" stands twice"),
                Arguments.of(
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {a: 1, \"\\x61\": 2}\n",
                        "key \"a\" stands twice"),
                Arguments.of(
                        deployment + "spec: {template: {spec: {containers: [{name: c, env: [], env: []}]}}}\n",
                        "key \"env\" stands twice"),
                Arguments.of("apiVersion: v1\nkind: List\nitems: []\nitems: []\n", "key \"items\" stands twice"),
                Arguments.of(
                        "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: x-}\n",
                        "Job has generateName and no name; kubectl apply refuses it"),
                Arguments.of(
                        "apiVersion: v1\nkind: Service\nmetadata: {name: '${app.name}'}\nspec: {}\n",
                        "fix: it looks like a placeholder that the build fills in"),
                Arguments.of(
                        "apiVersion: v1\nkind: Service\nmetadata: {name: '@app@'}\nspec: {}\n",
                        "fix: it looks like a placeholder that the build fills in"),
                Arguments.of(
                        service + "spec: {ports: [{port: '80'}]}\n",
                        "spec.ports[0].port must be a whole number from 1 to 65535, but is the text \"80\"; the API"
                                + " server rejects the object"),
                Arguments.of(service + "spec: {ports: [{port: '80'}]}\n", "fix: remove the quotes"),
                Arguments.of(
                        service + "spec: {selector: {app: 'a b'}, ports: []}\n",
                        "spec.selector holds a label that is not valid, app: a b"),
                Arguments.of(
                        service + "spec: {selector: {app: 1}, ports: []}\n",
                        "app must be a text, but kubectl reads 1 as a number"),
                Arguments.of(
                        deployment + "spec: {template: {metadata: {annotations: {a: true}}, spec: {containers: []}}}\n",
                        "annotations.a must be a text, but kubectl reads true as a boolean"),
                Arguments.of(
                        deployment + "spec: {template: {metadata: {labels: {-a: b}}, spec: {containers: []}}}\n",
                        "labels holds a label that is not valid, -a: b"),
                Arguments.of(
                        deployment
                                + "spec: {template: {spec: {containers: [{name: c, env: [{name: A, value: 1}]}]}}}\n",
                        "env[0].value must be a text, but kubectl reads 1 as a number"),
                Arguments.of(
                        deployment + "spec: {template: {spec: {containers: [{name: c, args: [yes]}]}}}\n",
                        "args must be a text, but kubectl reads yes as a boolean"),
                Arguments.of(
                        "apiVersion: v1\nkind: Namespace\nmetadata: {name: x, labels: {openservicemesh.io/monitored-by: on}}\n",
                        "openservicemesh.io/monitored-by must be a text, but kubectl reads on as a boolean"),
                Arguments.of(
                        "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
                                + "metadata: {name: osm-mesh-config}\nspec: {traffic: {enableEgress: 'false'}}\n",
                        "spec.traffic.enableEgress must be true or false, but is a text"),
                Arguments.of(
                        "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
                                + "metadata: {name: osm-mesh-config}\nspec: {traffic: {inboundPortExclusionList: [http]}}\n",
                        "inboundPortExclusionList must be a whole number from 1 to 65535"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void saysWhatTheApiServerWouldReject(String text, String message) {
        assertThatThrownBy(() -> app(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("fix: ");
    }

    @Test
    void reportsAllBadObjectsAtOnce() {
        assertThatThrownBy(() -> app(
                        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n",
                        "apiVersion: v1\nkind: Service\nmetadata: {name: b}\n"))
                .hasMessageContaining("Service a: spec is missing")
                .hasMessageContaining("Service b: spec is missing");
    }

    @Test
    void mentionsRepeatedKeysWhereTheyDoNotMatter() {
        Application application = app(
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n"
                        + "spec: {template: {spec: {containers: [{name: c, resources: {a: 1}, resources: {}}]}}}\n",
                "apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: f}\nspec: {a: 1, a: 2}\n");
        assertThat(application.remarks())
                .containsExactly(
                        "k8s/app.yaml:4:68: key \"resources\" stands twice in one mapping; kubectl takes the last one",
                        "k8s/app.yaml:9:14: key \"a\" stands twice in one mapping; kubectl takes the last one");
    }

    @Test
    void readsTheMeshConfigOfTheOnlyNameThatCounts() {
        String config =
                "apiVersion: config.openservicemesh.io/%s\nkind: MeshConfig\nmetadata: {name: %s, namespace: osm-system}\n"
                        + "spec: {traffic: {enablePermissiveTrafficPolicyMode: %s}}\n";
        assertThat(app(config.formatted("v1alpha1", "osm-mesh-config", "true")).meshConfigs())
                .extracting(MeshConfig::permissive)
                .containsExactly(Optional.of(true));
        assertThat(app(config.formatted("v1alpha2", "osm-mesh-config", "false")).meshConfigs())
                .extracting(MeshConfig::permissive)
                .containsExactly(Optional.of(false));
        assertThat(app(config.formatted("v1alpha2", "other", "true")).meshConfigs())
                .isEmpty();
    }
}
