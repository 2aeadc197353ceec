package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.SplitManifests;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.policy.PolicyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to web's call to api with permissive mode on, and with it off (osm.md sections 5.2 and 6.1). */
class ModeFactsTest {

    private static final String TARGET =
            target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}");
    private static final String ROUTES = group("a", "g", "{name: m}");
    private static final String API = service("a", "api", "{port: 80, targetPort: 8080}");

    private record Fact(String what, Outcome permissive, Outcome enforced, List<String> documents) {

        @Override
        public String toString() {
            return what;
        }

        Fact without(String part) {
            return change(text -> text.contains(part) ? "" : text);
        }

        Fact replace(String old, String by) {
            assertThat(documents).as(what).anyMatch(text -> text.contains(old));
            return change(text -> text.replace(old, by));
        }

        /** With the sidecars of a workload's pods kept out. */
        Fact plain(String name) {
            String labels = "labels: {app: " + name + "}}";
            return replace(
                    labels, labels.replace("}}", "}, annotations: {openservicemesh.io/sidecar-injection: disabled}}"));
        }

        private Fact change(UnaryOperator<String> edit) {
            return new Fact(
                    what,
                    permissive,
                    enforced,
                    documents.stream().map(edit).filter(text -> !text.isEmpty()).toList());
        }
    }

    private static Fact fact(String what, Outcome permissive, Outcome enforced, String... more) {
        List<String> documents =
                new ArrayList<>(List.of(namespace("a"), deployment("a", "web"), deployment("a", "api"), API));
        documents.addAll(Arrays.asList(more));
        return new Fact(what, permissive, enforced, documents);
    }

    static Stream<Fact> meshed() {
        return Stream.of(
                fact("without a target", Outcome.PERMISSIVE, Outcome.NO_TARGET),
                fact("with a target", Outcome.PERMISSIVE, Outcome.GRANTED, TARGET, ROUTES),
                fact("with a target for others", Outcome.PERMISSIVE, Outcome.NO_TARGET, TARGET, ROUTES)
                        .replace("[{kind: ServiceAccount, name: web", "[{kind: ServiceAccount, name: other"),
                fact("with a target that no request matches", Outcome.PERMISSIVE, Outcome.NO_ROUTE, TARGET),
                fact(
                        "spread by a split that grants nothing",
                        Outcome.PERMISSIVE,
                        Outcome.NO_TARGET,
                        SplitManifests.split("a", "api", "api: 1")),
                fact(
                        "spread over nothing",
                        Outcome.BROKEN_SPLIT,
                        Outcome.BROKEN_SPLIT,
                        TARGET,
                        ROUTES,
                        SplitManifests.split("a", "api", "api: 0")),
                fact("to an unsupported protocol", Outcome.UNSUPPORTED_PROTOCOL, Outcome.UNSUPPORTED_PROTOCOL, TARGET)
                        .replace("targetPort: 8080", "targetPort: 8080, appProtocol: https"));
    }

    static Stream<Fact> oneEndOutside() {
        String ingress = "apiVersion: policy.openservicemesh.io/v1alpha1\nkind: IngressBackend\n"
                + "metadata: {name: i, namespace: a}\nspec: {backends: [{name: api, port: {number: 8080, protocol: http}}],"
                + " sources: []}\n";
        String unwatched = namespace("b").replace("openservicemesh.io/monitored-by: osm", "x: z");
        return Stream.of(
                fact("from a plain pod", Outcome.CLIENT_WITHOUT_SIDECAR, Outcome.CLIENT_WITHOUT_SIDECAR, TARGET, ROUTES)
                        .plain("web"),
                fact("from a plain pod that is let in", Outcome.OUTSIDE, Outcome.OUTSIDE, ingress)
                        .plain("web"),
                fact("to a plain pod", Outcome.SERVER_WITHOUT_SIDECAR, Outcome.OUTSIDE)
                        .plain("api"),
                fact(
                                "to a plain pod, with a target",
                                Outcome.SERVER_WITHOUT_SIDECAR,
                                Outcome.SERVER_WITHOUT_SIDECAR,
                                TARGET,
                                ROUTES)
                        .plain("api"),
                fact("between plain pods", Outcome.OUTSIDE, Outcome.OUTSIDE)
                        .plain("web")
                        .plain("api"),
                fact("to a namespace out of the mesh", Outcome.OUTSIDE, Outcome.OUTSIDE, unwatched)
                        .replace("metadata: {name: api, namespace: a}", "metadata: {name: api, namespace: b}"));
    }

    /** Nobody's account has these Services; permissive mode takes the first one for a member all the same. */
    static Stream<Fact> services() {
        String alias = API.replace("selector: {app: api}", "type: ExternalName\n  externalName: api.example.com");
        return Stream.of(
                fact("to a Service without a selector", Outcome.SERVER_WITHOUT_SIDECAR, Outcome.OUTSIDE)
                        .replace("selector: {app: api}", "selector: {}"),
                fact("from a plain pod to a Service without a selector", Outcome.OUTSIDE, Outcome.OUTSIDE)
                        .replace("selector: {app: api}", "selector: {}")
                        .plain("web"),
                fact("to an alias", Outcome.OUTSIDE, Outcome.OUTSIDE, alias).without("  selector: {app: api}"),
                fact("to a Service whose pods are elsewhere", Outcome.NO_PODS, Outcome.NO_PODS)
                        .replace("selector: {app: api}", "selector: {app: x}"));
    }

    /** The same with calls out refused. */
    static Stream<Fact> closed() {
        return Stream.concat(oneEndOutside(), services())
                .filter(fact -> fact.enforced() == Outcome.OUTSIDE
                        && !fact.what().contains("plain pods")
                        && !fact.what().contains("from a plain pod"))
                .map(fact -> new Fact(
                        fact.what(),
                        fact.permissive() == Outcome.OUTSIDE ? Outcome.EGRESS_CLOSED : fact.permissive(),
                        Outcome.EGRESS_CLOSED,
                        fact.documents()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"meshed", "oneEndOutside", "services"})
    void holds(Fact fact) {
        check(fact, "true");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("closed")
    void holdsWithEgressClosed(Fact fact) {
        check(fact, "false");
    }

    private static void check(Fact fact, String enableEgress) {
        assertThat(decide(fact, true, enableEgress)).as("permissive").isEqualTo(fact.permissive());
        assertThat(decide(fact, false, enableEgress)).as("enforced").isEqualTo(fact.enforced());
    }

    private static Outcome decide(Fact fact, boolean permissive, String enableEgress) {
        List<String> documents = new ArrayList<>(fact.documents());
        documents.add(
                "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\nmetadata: {name: osm-mesh-config,"
                        + " namespace: osm-system}\nspec: {traffic: {enableEgress: " + enableEgress + "}}\n");
        Application application = app(documents.toArray(String[]::new));
        Settings settings = new Settings(
                "default", "osm", Dialect.DEFAULT, Optional.of(permissive), EgressMode.WRITE, Optional.empty());
        Service api = io.github.meshready.smi.TestManifests.service(application, "api");
        return new Mesh(
                        application,
                        new PolicyReader(Dialect.DEFAULT).read(application),
                        MeshMode.of(settings, application, new FileNames(Path.of(""))),
                        "osm")
                .decide(new Connection(
                        workload(application, "web"), api, api.ports().get(0)))
                .outcome();
    }
}
