package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.policy.TestPlans.plan;
import static io.github.meshready.smi.policy.TestPlans.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Namespaces, protocols, and the access that calls need. */
class PlannerTest {

    @Test
    void bringsNamespacesIntoTheMesh() {
        String half =
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: half, labels: {openservicemesh.io/monitored-by: osm}}\n";
        String off =
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: out, annotations: {openservicemesh.io/sidecar-injection: disabled}}\n";
        Plan plan = plan(
                deployment("new", "w"),
                deployment("half", "w"),
                deployment("out", "w"),
                deployment("kube-system", "w"),
                half,
                off);
        assertThat(plan.namespaces().values())
                .map(each -> each.name() + " " + each.addLabel() + " " + each.addAnnotation() + " "
                        + each.obstacle().isPresent())
                .containsExactly(
                        "half false true false",
                        "kube-system false false true",
                        "new true true false",
                        "out true false false");
        assertThat(plan.withoutSidecar().keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder("Deployment/kube-system/w", "Deployment/out/w");
    }

    @Test
    void refusesToMoveANamespaceToAnotherMesh() {
        String other =
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {openservicemesh.io/monitored-by: blue}}\n";
        assertThatThrownBy(() -> plan(deployment("a", "w"), other))
                .hasMessageContaining("namespace a belongs to mesh blue, not to osm");
    }

    @Test
    void marksPortsThatTheMeshWouldMisread() {
        Plan plan = plan(
                deployment("a", "x"),
                service(
                        "a",
                        "x",
                        "{name: redis, port: 6379}",
                        "{name: tcp-db, port: 5432}",
                        "{name: web, port: 80}",
                        "{name: g, port: 9, targetPort: grpc}",
                        "{name: own, port: 3306, appProtocol: tcp}",
                        "{name: dns, port: 53, protocol: UDP}"));
        assertThat(plan.protocols())
                .map(mark -> mark.port().number() + " " + mark.protocol())
                .containsExactly("6379 tcp", "9 grpc");
    }

    @Test
    void writesTcpAccessWithThePodsPort() {
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "redis://cache:80")),
                        deployment("a", "cache"),
                        service("a", "cache", "{port: 80, targetPort: 6379}"))
                .policies();
        assertThat(policies.tcpRoutes()).containsExactly(new PlannedTcpRoute(name("a/cache-6379"), List.of(6379)));
        assertThat(policies.allowAllGroups()).isEmpty();
        assertThat(shown(policies)).containsExactly("a/web-to-cache: a/web -> a/cache [] cache-6379");
    }

    @Test
    void allowsEveryPathWhereRoutesAreNotKnownAndNoTcpRouteIsNeeded() {
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "http://api")),
                        deployment("b", "web", env("X", "http://api.a")),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80, targetPort: 8080}"))
                .policies();
        assertThat(policies.allowAllGroups()).map(Object::toString).containsExactly("a/api-routes");
        assertThat(policies.tcpRoutes()).isEmpty();
        assertThat(shown(policies))
                .hasSize(2)
                .as("two sources of one name into one namespace: both with a hash")
                .allMatch(text ->
                        text.matches("a/web-to-api-[0-9a-f]{10}: [ab]/web -> a/api \\[api-routes\\[allow-all]] -"));
    }

    @Test
    void boundsEachSourceToThePortsItCalls() {
        PolicyPlan policies = plan(
                        deployment("a", "one", env("X", "http://api:80")),
                        deployment(
                                "a", "two", "env: [{name: X, value: 'http://api:80'}, {name: Y, value: 'api:9000'}]"),
                        deployment("a", "three", env("X", "redis://api:6379")),
                        deployment("a", "api"),
                        service(
                                "a",
                                "api",
                                "{name: h, port: 80, targetPort: 8080}",
                                "{name: g, port: 9000}",
                                "{name: r, port: 6379}"))
                .policies();
        assertThat(policies.tcpRoutes())
                .map(route -> route.name() + " " + route.ports())
                .containsExactly("a/api-6379 [6379]", "a/api-8080 [8080]", "a/api-8080-9000 [8080, 9000]");
        assertThat(shown(policies))
                .containsExactly(
                        "a/one-to-api: a/one -> a/api [api-routes[allow-all]] api-8080",
                        "a/three-to-api: a/three -> a/api [] api-6379",
                        "a/two-to-api: a/two -> a/api [api-routes[allow-all]] api-8080-9000");
    }

    @Test
    void grantsEveryAccountBehindAService() {
        String both =
                "apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: a}\nspec: {selector: {tier: api}, ports: [{port: 80, targetPort: web}]}\n";
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "http://api")),
                        deployment("a", "v1", "ports: [{name: web, containerPort: 8080}]")
                                .replace("labels: {app: v1}}", "labels: {app: v1, tier: api}}"),
                        deployment("a", "v2", "ports: [{name: web, containerPort: 9090}]")
                                .replace("labels: {app: v2}}", "labels: {app: v2, tier: api}}"),
                        deployment("a", "v3").replace("labels: {app: v3}}", "labels: {app: v3, tier: api}}"),
                        both)
                .policies();
        assertThat(shown(policies))
                .containsExactly(
                        "a/web-to-v1: a/web -> a/v1 [v1-routes[allow-all]] -",
                        "a/web-to-v2: a/web -> a/v2 [v2-routes[allow-all]] -");
        assertThat(policies.notes())
                .containsExactly(
                        "web -> api:80 http (env X): no policy, because no container of v3 has a port named web");
    }

    @Test
    void grantsACallerBehindTheServiceItsOwnPodsOnlyWhereItsSidecarIsGivenThem() {
        String tier =
                "apiVersion: v1\nkind: Service\nmetadata: {name: tier, namespace: a}\nspec: {selector: {tier: x}, ports: [{port: 80, targetPort: t, appProtocol: tcp}]}\n";
        String[] shop = {
            tier,
            deployment("a", "one", "ports: [{name: t, containerPort: 7}]", env("X", "tier:80"))
                    .replace("labels: {app: one}}", "labels: {app: one, tier: x}}"),
            deployment("a", "two", "ports: [{name: t, containerPort: 8}]")
                    .replace("labels: {app: two}}", "labels: {app: two, tier: x}}"),
            service("a", "one", "{port: 9, appProtocol: tcp}")
        };
        assertThat(ports(plan(shop).policies())).containsExactly("a/two-8 [8]");

        Declarations itself = new Declarations(List.of(new DeclaredCall("one", "one", "9")), List.of());
        assertThat(ports(plan(itself, shop).policies()))
                .as("else calls that reach a pod of its own would be refused")
                .containsExactly("a/one-7-9 [7, 9]", "a/two-8 [8]");

        String policy = target("a", "by-hand", "one", "one", "{kind: TCPRoute, name: r}");
        String[] given = Stream.concat(Stream.of(shop), Stream.of(policy, tcpRoute("a", "r", "9")))
                .toArray(String[]::new);
        assertThat(ports(plan(given).policies())).as("by hand").containsExactly("a/one-7 [7]", "a/two-8 [8]");
    }

    private static List<String> ports(PolicyPlan policies) {
        return policies.tcpRoutes().stream()
                .map(route -> route.name() + " " + route.ports())
                .toList();
    }

    @Test
    void writesNoPolicyForWhatIsNotInTheMesh() {
        String shy = deployment("a", "shy", env("X", "http://api"))
                .replace(
                        "metadata: {labels: {app: shy}}",
                        "metadata: {labels: {app: shy}, annotations: {openservicemesh.io/sidecar-injection: disabled}}");
        PolicyPlan policies = plan(
                        shy,
                        deployment("a", "web", env("X", "host:1")),
                        deployment("a", "host")
                                .replace(
                                        "    spec:\n      serviceAccountName",
                                        "    spec:\n      hostNetwork: true\n      serviceAccountName"),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80}"),
                        service("a", "host", "{port: 1}"))
                .policies();
        assertThat(policies.targets()).isEmpty();
        assertThat(policies.notes())
                .containsExactlyInAnyOrder(
                        "shy -> api:80 http (env X): no policy, because shy gets no sidecar: its pods are annotated against injection",
                        "web -> host:1 tcp (env X): no policy, because host gets no sidecar: its pods use the host's network");
    }

    @Test
    void writesNoPolicyForADottedAccount() {
        PolicyPlan policies = plan(
                        deploymentAs("a", "web", "x.y", env("X", "http://api")),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80}"))
                .policies();
        assertThat(policies.targets()).isEmpty();
        assertThat(policies.notes()).singleElement().asString().contains("account x.y of web has a dot in its name");
    }

    private static ObjectName name(String text) {
        String[] parts = text.split("/");
        return new ObjectName(parts[0], parts[1]);
    }
}
