package io.github.meshready.smi.verify.invariant;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.SplitManifests;
import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom names in invariants mean. */
class PartyNamesTest {

    private static final String INGRESS = """
        apiVersion: policy.openservicemesh.io/v1alpha1
        kind: IngressBackend
        metadata: {name: api, namespace: a}
        spec: {backends: [{name: api, port: {number: 80, protocol: http}}], sources: [{kind: IPRange, name: 10.0.0.0/8}]}
        """;

    private final Parties parties = new Parties(
            mesh(
                    namespace("a"),
                    namespace("b"),
                    deployment("a", "web"),
                    deployment("b", "web"),
                    deployment("a", "api"),
                    service("a", "api", "{port: 80}"),
                    deploymentAs("a", "orders", "shared"),
                    deploymentAs("a", "job", "shared"),
                    account("a", "orders"),
                    deployment("b", "v1"),
                    service("b", "v1", "{port: 80}"),
                    SplitManifests.selecting("b", "all", "app: none", "{port: 80}"),
                    SplitManifests.split("b", "all", "v1: 1"),
                    service("b", "nobody", "{port: 80}"),
                    target("b", "t", "v1", "far", "{kind: TCPRoute, name: r}"),
                    target("b", "u", "gone", "v1", "{kind: TCPRoute, name: r}"),
                    INGRESS),
            Set.of(new ObjectName("c", "outside")));

    private static Mesh mesh(String... documents) {
        Application application = TestManifests.app(documents);
        return new Mesh(
                application, new PolicyReader(Dialect.DEFAULT).read(application), new MeshMode(false, "test"), "osm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                      | anyone; whoever IngressBackend a/api lets in; Deployment/a/api; Deployment/a/job; Deployment/a/orders; Deployment/a/web; Deployment/b/v1; Deployment/b/web; ServiceAccount/b/far
            a/*                    | Deployment/a/api; Deployment/a/job; Deployment/a/orders; Deployment/a/web
            b/*                    | Deployment/b/v1; Deployment/b/web; ServiceAccount/b/far
            a/web                  | Deployment/a/web
            Deployment/b/web       | Deployment/b/web
            api                    | Deployment/a/api
            Service/api            | Deployment/a/api
            job                    | Deployment/a/job
            shared                 | Deployment/a/job; Deployment/a/orders
            ServiceAccount/orders  | ServiceAccount/a/orders
            all                    | Deployment/b/v1
            far                    | ServiceAccount/b/far
            c/outside              | ServiceAccount/c/outside
            IngressBackend/api     | whoever IngressBackend a/api lets in
            IngressBackend/a/api   | whoever IngressBackend a/api lets in
            """)
    void meanCallers(String name, String expected) {
        assertThat(texts(names().callers(List.of(name)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *    | Deployment/a/api; Deployment/a/job; Deployment/a/orders; Deployment/a/web; Deployment/b/v1; Deployment/b/web; ServiceAccount/b/gone
            b/*  | Deployment/b/v1; Deployment/b/web; ServiceAccount/b/gone
            """)
    void meanCalled(String name, String expected) {
        assertThat(texts(names().called(List.of(name)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            web                 | "web" means several things that are not the same pods | use one of: Deployment/a/web, Deployment/b/web, ServiceAccount/a/web, ServiceAccount/b/web
            orders              | "orders" means several things that are not the same pods | use one of: Deployment/a/orders, ServiceAccount/a/orders
            nobody              | "nobody" means nobody: Service/b/nobody selects no workload | correct the Service's selector
            job2                | "job2" means nobody in the manifests; did you mean job? | name a workload, Service or account: a/api, a/job
            a/apy               | "a/apy" means nobody in the manifests; did you mean a/api? | name a workload
            Deployment/a/apy    | did you mean Deployment/a/api? | name a workload
            c/*                 | "c/*" means nobody | name a namespace that has workloads: a, b
            IngressBackend/apl  | did you mean IngressBackend/api? | name a workload
            Ingress/api         | "Ingress/api" means nobody in the manifests | name a workload
            """)
    void refuseWhatMeansNobodyOrSeveral(String name, String message, String fix) {
        assertThatThrownBy(() -> names().callers(List.of("api", name)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("<invariants> deny: ")
                .hasMessageContaining(message)
                .hasMessageContaining("fix: " + fix);
    }

    private PartyNames names() {
        return new PartyNames(parties, "<invariants> deny");
    }

    private static String texts(Set<Party> parties) {
        return parties.stream().sorted(Party.ORDER).map(Party::toString).collect(Collectors.joining("; "));
    }
}
