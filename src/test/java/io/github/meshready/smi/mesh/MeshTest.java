package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.mesh.SmallMesh.ALL;
import static io.github.meshready.smi.mesh.SmallMesh.RULE;
import static io.github.meshready.smi.mesh.SmallMesh.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One case per statement about OSM v1.2.4 that the decisions about connections rest on. */
class MeshTest {

    private static final String TCP = "{kind: TCPRoute, name: r}";

    static Stream<Arguments> decisions() {
        return Stream.of(
                toApi("no target: denied", Outcome.NO_TARGET),
                toApi("a target and a route allow", Outcome.GRANTED, TARGET, ALL),
                rule("only the named source", "other", "api", Outcome.NO_TARGET, TARGET, ALL),
                toDb("only the named destination", Outcome.NO_TARGET, TARGET, ALL),
                rule("not the other way round", "api", "api", Outcome.NO_TARGET, TARGET, ALL),
                toApi(
                        "no matches: no route",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g}"),
                        ALL),
                toApi("unknown group: no route", Outcome.NO_ROUTE, TARGET),
                toApi(
                        "unknown match: no route",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [x]}"),
                        ALL),
                toApi(
                        "group of another namespace: no route",
                        Outcome.NO_ROUTE,
                        TARGET,
                        ALL.replace("namespace: a", "namespace: b")),
                toApi(
                        "TCPRoute alone opens no HTTP port",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", TCP),
                        tcpRoute("a", "r", "8080")),
                toApi(
                        "TCPRoute must list the HTTP port",
                        Outcome.PORT_CLOSED,
                        target("a", "t", "api", "web", RULE, TCP),
                        ALL,
                        tcpRoute("a", "r", "9999")),
                toApi(
                        "TCPRoute with the Service's port",
                        Outcome.PORT_CLOSED,
                        target("a", "t", "api", "web", RULE, TCP),
                        ALL,
                        tcpRoute("a", "r", "80")),
                toApi(
                        "TCPRoute with the pods' port",
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", RULE, TCP),
                        ALL,
                        tcpRoute("a", "r", "8080")),
                toApi(
                        "missing TCPRoute closes the target's HTTP",
                        Outcome.PORT_CLOSED,
                        target("a", "t", "api", "web", RULE, TCP),
                        ALL),
                toApi(
                        "two targets add up at the listener",
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", RULE, TCP),
                        ALL,
                        target("a", "u", "api", "web", RULE)),
                toDb(
                        "tcp by TCPRoute",
                        Outcome.GRANTED,
                        target("a", "t", "db", "web", TCP),
                        tcpRoute("a", "r", "5432")),
                toDb(
                        "tcp by a TCPRoute without ports",
                        Outcome.GRANTED,
                        target("a", "t", "db", "web", TCP),
                        tcpRoute("a", "r", "")),
                toDb(
                        "tcp by an HTTP target without TCPRoute",
                        Outcome.GRANTED,
                        target("a", "t", "db", "web", RULE),
                        ALL),
                toDb(
                        "ports keep 16 bits",
                        Outcome.GRANTED,
                        target("a", "t", "db", "web", TCP),
                        tcpRoute("a", "r", "70968")),
                toApi(
                        "target of another namespace is ignored",
                        Outcome.NO_TARGET,
                        TARGET.replace("{name: t, namespace: a}", "{name: t, namespace: b}"),
                        ALL),
                toApi(
                        "destination without namespace is ignored",
                        Outcome.NO_TARGET,
                        TARGET.replace("name: api, namespace: a", "name: api"),
                        ALL),
                toApi(
                        "a foreign rule kind voids the target",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", RULE, "{kind: UDPRoute, name: u}"),
                        ALL),
                toApi("no rules: ignored", Outcome.NO_TARGET, target("a", "t", "api", "web"), ALL),
                toApi(
                        "source without namespace matches nobody",
                        Outcome.NO_TARGET,
                        TARGET.replace("name: web, namespace: a", "name: web"),
                        ALL),
                toApi(
                        "foreign kind of source: no endpoints",
                        Outcome.WRONG_KIND,
                        TARGET.replace("[{kind: ServiceAccount", "[{kind: Group"),
                        ALL),
                toApi(
                        "foreign kind of destination: no endpoints",
                        Outcome.WRONG_KIND,
                        TARGET.replace("destination: {kind: ServiceAccount", "destination: {kind: Group"),
                        ALL),
                toApi(
                        "no sources program no client",
                        Outcome.NO_TARGET,
                        TARGET.replaceAll("sources: .*", "sources: []"),
                        ALL),
                toApi(
                        "no sources open the port to whoever gets there",
                        Outcome.GRANTED,
                        TARGET.replaceAll("sources: .*", "sources: []"),
                        ALL,
                        target("a", "u", "api", "web", TCP),
                        tcpRoute("a", "r", "1")),
                toApi(
                        "an expression that is none breaks all routes",
                        Outcome.BAD_REGEX,
                        TARGET,
                        ALL,
                        target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [p]}"),
                        group("a", "h", "{name: p, pathRegex: '(?=x)'}")));
    }

    private static Arguments toApi(String what, Outcome outcome, String... policies) {
        return rule(what, "web", "api", outcome, policies);
    }

    private static Arguments toDb(String what, Outcome outcome, String... policies) {
        return rule(what, "web", "db", outcome, policies);
    }

    private static Arguments rule(String what, String from, String to, Outcome outcome, String... policies) {
        return Arguments.of(what, from, to, outcome, policies);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void decidesAsTheMeshDoes(String what, String from, String to, Outcome outcome, String... policies) {
        assertThat(SmallMesh.shop(policies).outcome(from, to)).isEqualTo(outcome);
    }

    static Stream<Arguments> surroundings() {
        String exempt = "metadata: {labels: {app: %s}, annotations: {openservicemesh.io/%s}}";
        return Stream.of(
                Arguments.of("permissive mode allows", true, "", "", Outcome.PERMISSIVE),
                Arguments.of(
                        "but not an unsupported protocol",
                        true,
                        "{port: 80, targetPort: 8080}",
                        "{port: 80, targetPort: 8080, appProtocol: https}",
                        Outcome.UNSUPPORTED_PROTOCOL),
                Arguments.of(
                        "nor without policies",
                        false,
                        "{port: 80, targetPort: 8080}",
                        "{port: 80, targetPort: 8080, appProtocol: https}",
                        Outcome.UNSUPPORTED_PROTOCOL),
                Arguments.of(
                        "client without a sidecar",
                        true,
                        "metadata: {labels: {app: web}}",
                        exempt.formatted("web", "sidecar-injection: disabled"),
                        Outcome.CLIENT_WITHOUT_SIDECAR),
                Arguments.of(
                        "server without a sidecar, permissive",
                        true,
                        "metadata: {labels: {app: api}}",
                        exempt.formatted("api", "sidecar-injection: disabled"),
                        Outcome.SERVER_WITHOUT_SIDECAR),
                Arguments.of(
                        "server without a sidecar and no target",
                        false,
                        "metadata: {labels: {app: api}}",
                        exempt.formatted("api", "sidecar-injection: disabled"),
                        Outcome.OUTSIDE),
                Arguments.of(
                        "namespace without the label",
                        false,
                        "labels: {openservicemesh.io/monitored-by: osm}",
                        "labels: {}",
                        Outcome.OUTSIDE),
                Arguments.of(
                        "named target port on no pod",
                        false,
                        "targetPort: 8080",
                        "targetPort: http",
                        Outcome.NO_TARGET_PORT),
                Arguments.of("selects no pods", false, "selector: {app: api}", "selector: {app: x}", Outcome.NO_PODS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("surroundings")
    void looksAtSidecarsModeAndProtocolFirst(
            String what, boolean permissive, String replaced, String by, Outcome outcome) {
        SmallMesh shop = SmallMesh.shop().inPermissiveMode(permissive);
        SmallMesh changed = replaced.isEmpty() ? shop : shop.replacing(replaced, by);
        assertThat(changed.outcome("web", "api")).isEqualTo(outcome);
    }

    @Test
    void breaksWhereTheCallersSidecarSpeaksToPodsWithoutOne() {
        SmallMesh shop = SmallMesh.shop(TARGET, ALL)
                .replacing(
                        "metadata: {labels: {app: api}}",
                        "metadata: {labels: {app: api}, annotations: {openservicemesh.io/sidecar-injection: disabled}}");
        assertThat(shop.outcome("web", "api")).isEqualTo(Outcome.SERVER_WITHOUT_SIDECAR);
    }

    @Test
    void leavesOutPodsOfAccountsThatNoTargetNamesForTheCaller() {
        String both =
                "apiVersion: v1\nkind: Service\nmetadata: {name: both, namespace: a}\nspec: {selector: {tier: x}, ports: [{port: 80}]}\n";
        SmallMesh shop = SmallMesh.of(
                namespace("a"),
                deployment("a", "web"),
                deployment("a", "v1").replace("labels: {app: v1}}", "labels: {app: v1, tier: x}}"),
                deployment("a", "v2").replace("labels: {app: v2}}", "labels: {app: v2, tier: x}}"),
                both,
                target("a", "t", "v1", "web", RULE),
                ALL);
        String other = target("a", "u", "v2", "web", RULE);
        assertThat(shop.outcome("web", "both")).isEqualTo(Outcome.GRANTED);
        assertThat(shop.and(other).outcome("web", "both")).isEqualTo(Outcome.GRANTED);
        assertThat(shop.and(
                                tcpRoute("a", "elsewhere", "9999"),
                                target("a", "u", "v2", "web", RULE, "{kind: TCPRoute, name: elsewhere}"))
                        .outcome("web", "both"))
                .as("known to the caller's sidecar, and refusing it")
                .isEqualTo(Outcome.PARTIAL);
        assertThat(shop.and(other.replace("destination: {kind: S", "destination: {kind: X"))
                        .outcome("web", "both"))
                .as("of a kind that the mesh does not know: the caller's sidecar is given the others only")
                .isEqualTo(Outcome.GRANTED);
    }

    @Test
    void listsWhatThePoliciesOpen() {
        SmallMesh shop = SmallMesh.shop(
                TARGET,
                ALL,
                target("a", "u", "db", "web", TCP),
                tcpRoute("a", "r", "5432"),
                target("a", "v", "api", "stranger", RULE),
                target("a", "w", "db", "other", "{kind: TCPRoute, name: nowhere}"));
        assertThat(shop.grants())
                .map(grant -> grant.source() + " " + grant.destination() + " "
                        + grant.port().targetPort())
                .containsExactly("a/stranger a/api 8080", "a/web a/api 8080", "a/web a/db 5432");
        assertThat(shop.inPermissiveMode(true).grants()).isEmpty();
    }
}
