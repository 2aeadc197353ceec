package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.policy.PolicyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to a call that policies allow, where something around it is not as they take it to be. */
class MeshEdgesTest {

    private static final String ROUTES = "{kind: HTTPRouteGroup, name: g, matches: [m]}";

    /** web may call api: port 80 of the Service, 8080 of the pods. */
    private static final List<String> ALLOWED = List.of(
            namespace("a"),
            namespace("b"),
            deployment("a", "web"),
            deployment("a", "api"),
            service("a", "api", "{port: 80, targetPort: 8080}"),
            group("a", "g", "{name: m}"),
            target("a", "t", "api", "web", ROUTES));

    static Stream<Arguments> exclusions() {
        return Stream.of(
                rule("nothing in the way", Outcome.GRANTED),
                rule("the port that is dialled", Outcome.CLIENT_WITHOUT_SIDECAR, pod("web", "outbound-port", "7, 80")),
                rule("the pods' port is not what is dialled", Outcome.GRANTED, pod("web", "outbound-port", "8080")),
                rule("only the caller's list counts", Outcome.GRANTED, pod("api", "outbound-port", "80")),
                rule("the pods' port", Outcome.SERVER_PORT_EXCLUDED, pod("api", "inbound-port", "8080")),
                rule("the Service's port is not the pods'", Outcome.GRANTED, pod("api", "inbound-port", "80")),
                rule(
                        "at both ends",
                        Outcome.OUTSIDE,
                        pod("api", "inbound-port", "8080"),
                        pod("web", "outbound-port", "80")),
                rule("for all callers", Outcome.CLIENT_WITHOUT_SIDECAR, config("outboundPortExclusionList: [80]")),
                rule("for all pods", Outcome.SERVER_PORT_EXCLUDED, config("inboundPortExclusionList: [8080]")),
                rule(
                        "for all",
                        Outcome.OUTSIDE,
                        config("outboundPortExclusionList: [80], inboundPortExclusionList: [8080]")),
                rule(
                        "of a pod and for all",
                        Outcome.OUTSIDE,
                        config("outboundPortExclusionList: [80]"),
                        pod("api", "inbound-port", "8080")));
    }

    static Stream<Arguments> egress() {
        UnaryOperator<List<String>> unwatched = replace("kind: Namespace", "labels: {openservicemesh", "labels: {x");
        String egress =
                "apiVersion: policy.openservicemesh.io/v1alpha1\nkind: Egress\nmetadata: {name: e, namespace: a}\n"
                        + "spec: {sources: [{kind: %s, name: %s, namespace: a}], ports: [{number: 80, protocol: http}]}\n";
        UnaryOperator<List<String>> apiInB = documents -> List.of(
                namespace("a"),
                namespace("b").replace("openservicemesh.io/monitored-by", "x"),
                deployment("a", "web"),
                deployment("b", "api"),
                service("b", "api", "{port: 80}"));
        return Stream.of(
                rule("nobody is watched", Outcome.OUTSIDE, unwatched),
                rule("leaves an open mesh", Outcome.OUTSIDE, apiInB, config("enableEgress: true")),
                rule("leaves a mesh that nothing is known of", Outcome.OUTSIDE, apiInB),
                rule("leaves a closed mesh", Outcome.EGRESS_CLOSED, apiInB, config("enableEgress: false")),
                rule(
                        "an Egress decides",
                        Outcome.EGRESS,
                        apiInB,
                        config("enableEgress: false"),
                        add(egress.formatted("ServiceAccount", "web"))),
                rule(
                        "an Egress for others",
                        Outcome.EGRESS_CLOSED,
                        apiInB,
                        config("enableEgress: false"),
                        add(egress.formatted("ServiceAccount", "other"))),
                rule(
                        "an Egress for a kind that the mesh does not know",
                        Outcome.EGRESS_CLOSED,
                        apiInB,
                        config("enableEgress: false"),
                        add(egress.formatted("Service", "web"))));
    }

    static Stream<Arguments> injection() {
        return Stream.of(
                rule("caller's pods", Outcome.POD_REJECTED, pod("web", "injection", "on")),
                rule("called pods", Outcome.POD_REJECTED, pod("api", "injection", "")),
                rule(
                        "the namespace's",
                        Outcome.POD_REJECTED,
                        replace("name: a\n", "injection: enabled", "injection: x")),
                rule(
                        "other words for yes",
                        Outcome.GRANTED,
                        pod("web", "injection", "Yes"),
                        pod("api", "injection", "TRUE")),
                rule("no", Outcome.CLIENT_WITHOUT_SIDECAR, pod("web", "injection", "no")));
    }

    static Stream<Arguments> ports() {
        String second = service("a", "second", "{port: 80, targetPort: 8080}").replace("app: second", "app: api");
        return Stream.of(
                rule(
                        "two ports to one of the pods",
                        Outcome.LISTENER_REJECTED,
                        replace("kind: Service\n", "targetPort: 8080}", "targetPort: 8080}, {port: 8080}")),
                rule(
                        "of another Service of these pods",
                        Outcome.LISTENER_REJECTED,
                        add(second.replace("[{port", "[{port: 9, targetPort: 7}, {port: 10, targetPort: 7}, {port"))),
                rule("one port of two Services each", Outcome.GRANTED, add(second)),
                rule(
                        "TCP and UDP of one number",
                        Outcome.LISTENER_REJECTED,
                        replace("kind: Service\n", "8080}", "8080}, {port: 80, targetPort: 53, protocol: UDP}")),
                rule("split", Outcome.BROKEN_SPLIT, add(split("api"))),
                rule("split of another", Outcome.GRANTED, add(split("other"))),
                rule("headless, of a Deployment", Outcome.GRANTED, headless("8080")),
                rule("headless, of a StatefulSet", Outcome.HEADLESS_NAME, headless("8080"), stateful("api")),
                rule(
                        "headless, of a StatefulSet that it does not govern",
                        Outcome.GRANTED,
                        headless("8080"),
                        stateful("x")),
                rule(
                        "headless, of a StatefulSet, tcp",
                        Outcome.GRANTED,
                        headless("8080, appProtocol: tcp"),
                        stateful("api")));
    }

    static Stream<Arguments> ingress() {
        UnaryOperator<List<String>> off = pod("web", "injection", "disabled");
        String web = service("a", "web", "{port: 1}");
        return Stream.of(
                rule("nobody is named", Outcome.OUTSIDE, off, add(ingress("http", ""))),
                rule(
                        "another Service over the same pods",
                        Outcome.OUTSIDE,
                        off,
                        add(service("a", "other", "{port: 1, targetPort: 8080}").replace("app: other", "app: api")),
                        add(ingress("http", "").replace("name: api", "name: other"))),
                rule(
                        "another port",
                        Outcome.CLIENT_WITHOUT_SIDECAR,
                        off,
                        add(ingress("http", "").replace("8080", "80"))),
                rule(
                        "another namespace",
                        Outcome.CLIENT_WITHOUT_SIDECAR,
                        off,
                        add(ingress("http", "").replace("namespace: a", "namespace: b"))),
                rule(
                        "ranges of addresses",
                        Outcome.INGRESS,
                        off,
                        add(ingress("http", "{kind: IPRange, name: 10.0.0.0/8}"))),
                rule(
                        "the caller's Service",
                        Outcome.OUTSIDE,
                        off,
                        add(web),
                        add(ingress("http", "{kind: Service, name: web, namespace: a}"))),
                rule(
                        "a Service of others",
                        Outcome.CLIENT_WITHOUT_SIDECAR,
                        off,
                        add(web),
                        add(ingress("http", "{kind: Service, name: web, namespace: b}"))),
                rule(
                        "principals restrict nothing over http",
                        Outcome.OUTSIDE,
                        off,
                        add(ingress("http", "{kind: AuthenticatedPrincipal, name: x}"))),
                rule(
                        "https with a certificate of the mesh",
                        Outcome.CLIENT_WITHOUT_SIDECAR,
                        off,
                        add(ingress("https", "{kind: IPRange, name: 10.0.0.0/8}"))),
                rule(
                        "https without",
                        Outcome.INGRESS,
                        off,
                        add(ingress("https}, tls: {skipClientCertValidation: true", ""))));
    }

    static Stream<Arguments> severalAccounts() {
        String tier = "{app: %s, tier: x}";
        UnaryOperator<List<String>> second =
                add(deployment("a", "v2").replace("{app: v2}}", tier.formatted("v2") + "}"));
        UnaryOperator<List<String>> shared =
                add(deploymentAs("a", "v2", "api").replace("{app: v2}}", tier.formatted("v2") + "}"));
        UnaryOperator<List<String>> both = replace("name: api", "{app: api}}", tier.formatted("api") + "}")
                .andThen(replace("kind: Service\n", "app: api", "tier: x"))::apply;
        return Stream.of(
                rule("of which the caller knows one", Outcome.GRANTED, both, second),
                rule("one of them outside, not known", Outcome.GRANTED, both, second, pod("v2", "injection", "no")),
                rule("one of them outside, known", Outcome.PARTIAL, both, shared, pod("v2", "injection", "no")),
                rule(
                        "all of them outside, not known",
                        Outcome.OUTSIDE,
                        both,
                        second,
                        without("kind: TrafficTarget"),
                        pod("v2", "injection", "no"),
                        pod("api", "injection", "no")),
                rule(
                        "one of them outside, none known",
                        Outcome.PARTIAL,
                        both,
                        second,
                        without("kind: TrafficTarget"),
                        pod("v2", "injection", "no")),
                rule("one of them rejected", Outcome.GRANTED, both, shared, pod("v2", "injection", "?")),
                rule(
                        "one of them without the named port",
                        Outcome.GRANTED,
                        both,
                        shared,
                        replace("kind: Service\n", "8080", "http"),
                        replace(
                                "name: api",
                                "image: example/api",
                                "image: x\n        ports: [{name: http, containerPort: 8080}]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"exclusions", "egress", "injection", "ports", "ingress", "severalAccounts"})
    void decides(String what, List<String> documents, Outcome outcome) {
        Decision decision = World.of(documents, false).decide();
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exclusions")
    void initContainersAreLetInOnlyWhereTheCalledPodsListenWithoutTheirSidecar(String what, List<String> documents) {
        World world = World.of(documents, false);
        boolean plain = world.mesh().exclusions().inbound(workload(world.mesh().application(), "api"), 8080);
        assertThat(world.mesh().decideBeforeSidecar(world.connection()).outcome())
                .isEqualTo(plain ? Outcome.OUTSIDE : Outcome.CLIENT_WITHOUT_SIDECAR);
    }

    @Test
    void podsOfAStatefulSetAreKnownByTheirNames() {
        List<String> documents = stateful("api").apply(headless("8080").apply(ALLOWED));
        assertThat(World.of(documents, true).decide().outcome()).isEqualTo(Outcome.GRANTED);
    }

    @SafeVarargs
    private static Arguments rule(String what, Outcome outcome, UnaryOperator<List<String>>... edits) {
        List<String> documents = ALLOWED;
        for (UnaryOperator<List<String>> edit : edits) {
            documents = edit.apply(documents);
        }
        return Arguments.of(what, documents, outcome);
    }

    private static UnaryOperator<List<String>> add(String document) {
        return documents -> {
            List<String> more = new ArrayList<>(documents);
            more.add(document);
            return more;
        };
    }

    private static UnaryOperator<List<String>> without(String part) {
        return documents ->
                documents.stream().filter(document -> !document.contains(part)).toList();
    }

    /** Edits the documents that hold a text; what is replaced must be there. */
    private static UnaryOperator<List<String>> replace(String part, String old, String by) {
        return documents -> {
            List<String> edited = documents.stream()
                    .map(document -> document.contains(part) ? document.replace(old, by) : document)
                    .toList();
            assertThat(edited).as(old).isNotEqualTo(documents);
            return edited;
        };
    }

    /** Annotates a Deployment's pods: a list of excluded ports, or whether they get a sidecar. */
    private static UnaryOperator<List<String>> pod(String name, String annotation, String value) {
        String key = annotation.equals("injection") ? "sidecar-injection" : annotation + "-exclusion-list";
        return replace(
                "metadata: {name: " + name,
                "    metadata: {labels",
                "    metadata: {annotations: {openservicemesh.io/" + key + ": '" + value + "'}, labels");
    }

    private static UnaryOperator<List<String>> config(String traffic) {
        return add("apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
                + "metadata: {name: osm-mesh-config, namespace: osm-system}\nspec: {traffic: {" + traffic + "}}\n");
    }

    private static String split(String service) {
        return "apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: s, namespace: a}\n"
                + "spec: {service: " + service + ".a, backends: [{service: v1, weight: 1}]}\n";
    }

    private static UnaryOperator<List<String>> headless(String port) {
        return replace("kind: Service\n", "spec:", "spec:\n  clusterIP: None")
                .andThen(replace("kind: Service\n", "port: 80, targetPort: 8080", "port: " + port))::apply;
    }

    private static UnaryOperator<List<String>> stateful(String service) {
        return replace(
                        "metadata: {name: api, namespace: a}\nspec:\n  selector: {match",
                        "spec:\n  selector",
                        "spec:\n  serviceName: " + service + "\n  selector")
                .andThen(replace("serviceName", "kind: Deployment", "kind: StatefulSet"))::apply;
    }

    private static String ingress(String protocol, String source) {
        return "apiVersion: policy.openservicemesh.io/v1alpha1\nkind: IngressBackend\nmetadata: {name: i, namespace: a}\n"
                + "spec: {backends: [{name: api, port: {number: 8080, protocol: " + protocol + "}}], sources: ["
                + source
                + "]}\n";
    }

    /** The mesh, and web's connection to the Service api. */
    private record World(Mesh mesh, Connection connection) {

        static World of(List<String> documents, boolean toPods) {
            Application application = app(documents.toArray(String[]::new));
            MeshMode mode = MeshMode.of(Settings.DEFAULT, application, new FileNames(Path.of("")));
            Service service = io.github.meshready.smi.TestManifests.service(application, "api");
            return new World(
                    new Mesh(application, new PolicyReader(Dialect.DEFAULT).read(application), mode, "osm"),
                    new Connection(
                            workload(application, "web"),
                            service,
                            service.ports().get(0),
                            toPods));
        }

        Decision decide() {
            return mesh.decide(connection);
        }
    }
}
