package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.mesh.Edges.add;
import static io.github.meshready.smi.mesh.Edges.config;
import static io.github.meshready.smi.mesh.Edges.headless;
import static io.github.meshready.smi.mesh.Edges.ingress;
import static io.github.meshready.smi.mesh.Edges.pod;
import static io.github.meshready.smi.mesh.Edges.replace;
import static io.github.meshready.smi.mesh.Edges.rule;
import static io.github.meshready.smi.mesh.Edges.stateful;
import static io.github.meshready.smi.mesh.Edges.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the mesh lets in and out past its own policies: IngressBackends and Egresses (osm.md sections 6.2 and 6.3). */
class GatewayFactsTest {

    static Stream<Arguments> lettingOut() {
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
        String byHost = egress.replace("spec: {", "spec: {hosts: [api.b], matches: [%s], ");
        String setting = "{apiGroup: policy.openservicemesh.io/v1alpha1, kind: UpstreamTrafficSetting, name: %s}";
        String one = setting.formatted("one");
        String defined =
                "apiVersion: policy.openservicemesh.io/v1alpha1\nkind: UpstreamTrafficSetting\nmetadata: {name: one,"
                        + " namespace: a}\nspec: {host: api.b}\n";
        return Stream.of(
                rule(
                        "an Egress by host",
                        Outcome.OUTSIDE,
                        apiInB,
                        config("enableEgress: false"),
                        add(byHost.formatted("", "ServiceAccount", "web"))),
                rule(
                        "with a setting",
                        Outcome.OUTSIDE,
                        apiInB,
                        config("enableEgress: false"),
                        add(defined),
                        add(byHost.formatted(one, "ServiceAccount", "web"))),
                rule(
                        "with a setting that is missing, which voids it",
                        Outcome.EGRESS_CLOSED,
                        apiInB,
                        config("enableEgress: false"),
                        add(byHost.formatted(one, "ServiceAccount", "web"))),
                rule(
                        "with two settings, which the webhook rejects",
                        Outcome.EGRESS_CLOSED,
                        apiInB,
                        config("enableEgress: false"),
                        add(defined),
                        add(byHost.formatted(one + ", " + one, "ServiceAccount", "web"))),
                rule(
                        "in a namespace that is not watched",
                        Outcome.EGRESS_CLOSED,
                        apiInB,
                        config("enableEgress: false"),
                        add(byHost.formatted("", "ServiceAccount", "web")
                                .replace("{name: e, namespace: a}", "{name: e, namespace: b}"))),
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

    static Stream<Arguments> lettingIn() {
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
                        "a policy for each of two Services over the same pods, of which one names the caller",
                        Outcome.OUTSIDE,
                        off,
                        add(web),
                        add(service("a", "other", "{port: 1, targetPort: 8080}").replace("app: other", "app: api")),
                        add(ingress("http", "{kind: Service, name: web, namespace: a}")),
                        add(ingress("http", "{kind: Service, name: other, namespace: a}")
                                .replace("{name: i", "{name: j")
                                .replace("name: api", "name: other"))),
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
                        "a Service without pods drops the policy",
                        Outcome.CLIENT_WITHOUT_SIDECAR,
                        off,
                        add(web),
                        add(service("a", "gone", "{port: 1}")),
                        add(
                                ingress(
                                        "http",
                                        "{kind: Service, name: web, namespace: a}, {kind: Service, name: gone, namespace: a}"))),
                rule(
                        "two policies of which one names the caller",
                        Outcome.INGRESS,
                        off,
                        add(web),
                        add(ingress("http", "{kind: Service, name: web, namespace: a}")),
                        add(ingress("http", "{kind: Service, name: other, namespace: a}")
                                .replace("{name: i", "{name: j"))),
                rule(
                        "two policies for the same callers",
                        Outcome.OUTSIDE,
                        off,
                        add(ingress("http", "")),
                        add(ingress("http", "").replace("{name: i", "{name: j"))),
                rule(
                        "whatever TrafficTargets say",
                        Outcome.OUTSIDE,
                        off,
                        without("kind: TrafficTarget"),
                        add(ingress("http", ""))),
                rule(
                        "whatever routes say",
                        Outcome.OUTSIDE,
                        off,
                        replace("kind: HTTPRouteGroup", "{name: m}", "{name: m, pathRegex: /none}"),
                        add(ingress("http", ""))),
                rule("a headless Service", Outcome.OUTSIDE, off, headless("8080"), add(ingress("http", ""))),
                rule(
                        "a headless Service that names pods",
                        Outcome.CLIENT_WITHOUT_SIDECAR,
                        off,
                        headless("8080"),
                        stateful("api"),
                        add(ingress("http", ""))),
                rule(
                        "https with any certificate of the mesh",
                        Outcome.CLIENT_WITHOUT_SIDECAR,
                        off,
                        add(ingress("https", ""))),
                rule(
                        "https without, principals stand for anyone",
                        Outcome.INGRESS,
                        off,
                        add(ingress(
                                "https}, tls: {skipClientCertValidation: true",
                                "{kind: AuthenticatedPrincipal, name: x}"))),
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

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lettingOut", "lettingIn"})
    void decides(String what, List<String> documents, Outcome outcome) {
        Decision decision = Edges.World.of(documents, false).decide();
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(outcome);
    }
}
