package io.github.meshready.smi.diff;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.file;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.report.diff.Comparison;
import io.github.meshready.smi.report.diff.DiffJson;
import io.github.meshready.smi.report.diff.DiffMarkdown;
import io.github.meshready.smi.report.diff.DiffText;
import io.github.meshready.smi.verify.VerifyRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DifferTest {

    private static final String ALL = "{kind: HTTPRouteGroup, name: g, matches: [a]}";
    private static final String BOTH = "{kind: HTTPRouteGroup, name: g, matches: [a, b]}";
    private static final String A = "{name: a, pathRegex: /a, methods: [GET]}";
    private static final String B = "{name: b, pathRegex: /b, methods: [POST]}";

    private static final List<String> APP = List.of(
            namespace("s"),
            deployment("s", "web"),
            deployment("s", "job"),
            deployment("s", "api"),
            service("s", "api", "{port: 80, targetPort: 8080}"),
            deployment("s", "db"),
            service("s", "db", "{port: 5432, appProtocol: tcp}", "{port: 9000, appProtocol: tcp, name: admin}"));

    private static final String DB = target("s", "t", "db", "web", "{kind: TCPRoute, name: r}");
    private static final String CONFIG = """
            apiVersion: config.openservicemesh.io/v1alpha2
            kind: MeshConfig
            metadata: {name: osm-mesh-config, namespace: osm-system}
            spec: {traffic: {enableEgress: %s, enablePermissiveTrafficPolicyMode: %s}}
            """;

    /** What reads otherwise and means the same. */
    static Stream<Arguments> same() {
        return Stream.of(
                same(
                        "renamed",
                        List.of(api(BOTH), group(A, B)),
                        List.of(
                                target(
                                        "s",
                                        "other",
                                        "api",
                                        "web",
                                        "{kind: HTTPRouteGroup, name: h, matches: [one, two]}"),
                                group("s", "h", B.replace("name: b", "name: two"), A.replace("name: a", "name: one")))),
                same(
                        "split into two",
                        List.of(api(BOTH), group(A, B)),
                        List.of(
                                api(ALL),
                                target("s", "u", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [b]}"),
                                group(A, B))),
                same(
                        "one match for two methods",
                        List.of(
                                api(BOTH),
                                group(A, A.replace("name: a", "name: b").replace("GET", "PUT"))),
                        List.of(api(ALL), group("{name: a, pathRegex: /a, methods: [PUT, GET]}"))),
                same(
                        "a match within another",
                        List.of(
                                api(BOTH),
                                group(
                                        "{name: a, pathRegex: '/a.*', methods: ['*']}",
                                        "{name: b, pathRegex: /a/b, methods: [GET]}")),
                        List.of(api(ALL), group("{name: a, pathRegex: '/a.*'}"))),
                same(
                        "TCPRoute for every port",
                        List.of(DB, tcpRoute("s", "r", "5432, 9000")),
                        List.of(DB, tcpRoute("s", "r", ""))),
                same(
                        "a target that the mesh ignores",
                        List.of(),
                        List.of(target("s", "t", "api", "web", "{kind: UDPRoute, name: x}"))),
                same("a route that no target lists", List.of(api(ALL), group(A)), List.of(api(ALL), group(A, B))),
                same("an Egress where calls are let out", List.of(), List.of(egress("tcp", "203.0.113.0/24"))),
                same(
                        "any policy in permissive mode",
                        List.of(CONFIG.formatted("true", "true")),
                        List.of(CONFIG.formatted("true", "true"), api(ALL), group(A))));
    }

    private static Arguments same(String what, List<String> from, List<String> to) {
        return Arguments.of(what, from, to);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("same")
    void isNoDifference(String what, List<String> from, List<String> to) {
        assertThat(lines(from, to)).as(what).last().asString().doesNotContain("->");
        assertThat(diff(from, to).changes()).isEmpty();
        assertThat(diff(to, from).changes()).isEmpty();
    }

    /** What differs, and whether more is allowed then. */
    static Stream<Arguments> different() {
        return Stream.of(
                row(true, List.of(), List.of(api(ALL), group(A)), "+ access  s/web -> s/api port 8080", "+ GET /a"),
                row(
                        true,
                        List.of(),
                        List.of(api(ALL), group(A.replace("]}", "], headers: [{x: v}]}"))),
                        "+ access  s/web -> s/api port 8080",
                        "+ GET /a, header x: v"),
                row(
                        true,
                        List.of(api(ALL), group(A)),
                        List.of(api(BOTH), group(A, B)),
                        "~ access  s/web -> s/api port 8080",
                        "+ POST /b"),
                row(
                        true,
                        List.of(api(ALL), group(A)),
                        List.of(api(ALL), group(A.replace("GET", "'*'"))),
                        "~ access  s/web -> s/api port 8080",
                        "+ * /a"),
                row(
                        true,
                        List.of(api(ALL), group(A)),
                        List.of(api(ALL), group(A.replace("/a", "'/a.*'"))),
                        "~ access  s/web -> s/api port 8080",
                        "+ GET /a.*"),
                row(
                        true,
                        List.of(api(ALL), group(A.replace("]}", "], headers: [{x: v}]}"))),
                        List.of(api(ALL), group(A)),
                        "~ access  s/web -> s/api port 8080",
                        "+ GET /a"),
                row(
                        true,
                        List.of(api(ALL), group(A)),
                        List.of(api(ALL), group("{name: a, pathRegex: '/[ab]', methods: [GET]}")),
                        "~ access  s/web -> s/api port 8080",
                        "+ GET /[ab]"),
                row(
                        true,
                        List.of(DB, tcpRoute("s", "r", "5432")),
                        List.of(DB, tcpRoute("s", "r", "5432, 9000")),
                        "+ access  s/web -> s/db port 9000",
                        "+ everything"),
                row(
                        true,
                        List.of(api(ALL), group(A)),
                        List.of(
                                api(ALL).replace("name: web,", "name: job,").replace("name: t,", "name: u,"),
                                api(ALL),
                                group(A)),
                        "+ access  s/job -> s/api port 8080",
                        "+ GET /a"),
                row(
                        true,
                        List.of(),
                        List.of(CONFIG.formatted("true", "true")),
                        "+ access  every workload in the mesh -> every workload in the mesh any port",
                        "+ everything"),
                row(
                        true,
                        List.of(CONFIG.formatted("false", "false")),
                        List.of(CONFIG.formatted("true", "false")),
                        "+ egress  every workload in the mesh -> any address any port",
                        "+ everything"),
                row(
                        true,
                        List.of(CONFIG.formatted("false", "false")),
                        List.of(CONFIG.formatted("false", "false"), egress("tcp", "203.0.113.0/24")),
                        "+ egress  s/web -> 203.0.113.0/24 port 443",
                        "+ everything over tcp"),
                row(
                        true,
                        List.of(),
                        List.of(ingress("http", "{kind: IPRange, name: 203.0.113.0/24}")),
                        "+ ingress  203.0.113.0/24 -> Service s/api port 8080",
                        "+ everything over http"),
                row(
                        true,
                        List.of(ingress("http", "{kind: IPRange, name: 203.0.113.0/24}")),
                        List.of(ingress("http", "{kind: AuthenticatedPrincipal, name: x}")),
                        "+ ingress  anyone -> Service s/api port 8080",
                        "+ everything over http"),
                row(
                        true,
                        List.of(),
                        List.of(
                                deployment("s", "api2")
                                        .replace("app: api2", "app: api")
                                        .replace(
                                                "    metadata: {labels",
                                                "    metadata: {annotations: {openservicemesh.io/sidecar-injection: disabled}, labels")),
                        "+ ingress  anyone -> Service s/api port 8080",
                        "+ everything"),
                row(
                        true,
                        List.of(),
                        List.of(
                                target("s", "t", "gone", "web", BOTH, "{kind: TCPRoute, name: r}"),
                                tcpRoute("s", "r", "7000"),
                                group(A, B)),
                        "+ access  s/web -> s/gone port 7000",
                        "+ connections"));
    }

    private static Arguments row(boolean widened, List<String> from, List<String> to, String... lines) {
        return Arguments.of(widened, from, to, List.of(lines));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("different")
    void isADifferenceAndItsMirror(boolean widened, List<String> from, List<String> to, List<String> lines) {
        assertThat(lines(from, to))
                .map(line -> line.strip().replaceAll("  \\(k8s.*", ""))
                .containsAll(lines);
        DiffResult result = diff(from, to);
        assertThat(result.isWidened()).isEqualTo(widened);
        assertThat(diff(to, from).changes())
                .isEqualTo(result.changes().stream().map(Change::mirrored).toList());
    }

    @Test
    void takingAwayIsNoGrowth() {
        List<String> wide = List.of(api(BOTH), group(A, B));
        assertThat(diff(wide, List.of(api(ALL), group(A, B))).isWidened()).isFalse();
        assertThat(diff(wide, List.of()).isWidened()).isFalse();
        assertThat(lines(wide, List.of()))
                .first()
                .isEqualTo("1 difference in access: 0 new, 1 gone, 0 changed; nothing more is allowed than before");
    }

    @Test
    void anotherWayOfSayingTheSameIsNoDifference() {
        assertThat(diff(
                                List.of(api(ALL), group(A.replace("/a", "'/a[0-9]+'"))),
                                List.of(api(ALL), group(A.replace("/a", "'/a[0-9][0-9]*'"))))
                        .changes())
                .isEmpty();
    }

    @Test
    void whatCannotBeToldCountsAsNewAndAsGone() {
        Change change = diff(
                        List.of(api(ALL), group(A.replace("/a", "'/a\\pN+'"))),
                        List.of(api(ALL), group(A.replace("/a", "'/a\\pN\\pN*'"))))
                .changes()
                .get(0);
        assertThat(change.added()).hasSize(1);
        assertThat(change.removed()).hasSize(1);
    }

    private static final List<String> SURE = List.of(api(ALL), group(A));
    private static final List<String> BY_ORDER = List.of(
            api(ALL),
            group(A, "{name: b, pathRegex: '/.*'}"),
            target("s", "u", "api", "job", "{kind: HTTPRouteGroup, name: g, matches: [b]}"));

    /** What passes for certain on the one side, and by the order of routes on the other. */
    static Stream<Arguments> uncertain() {
        return Stream.of(row(true, SURE, BY_ORDER), row(true, BY_ORDER, List.of()));
    }

    @Test
    void routesThatMayComeToBeForOthersChangeAccess() {
        assertThat(lines(BY_ORDER, SURE)).anyMatch(line -> line.contains("+ GET /a (before: by the order of routes)"));
        assertThat(lines(SURE, BY_ORDER)).anyMatch(line -> line.contains("- GET /a (now: by the order of routes)"));
    }

    @Test
    void reportsAreWrittenForMachinesAndPullRequests() throws IOException {
        List<String> hostile = List.of(api(ALL), group("{name: a, pathRegex: '/a|<b>`x`', methods: [GET]}"));
        Comparison comparison = new Comparison("old", "new|folder", diff(List.of(), hostile));
        assertThat(new String(new DiffMarkdown(comparison).bytes(), StandardCharsets.UTF_8))
                .isEqualTo("""
                        <!-- Written by smi-maven-plugin (smi:diff); the next run overwrites it. -->

                        ## Access in the mesh grows

                        1 difference in access\\: 1 new, 0 gone, 0 changed; access grew.

                        Compared: `old` and now `new\\u007cfolder`.

                        | change | where | from | to | port | allowed now | no longer |
                        | --- | --- | --- | --- | --- | --- | --- |
                        | appears, **wider** | access | `s/web` | `s/api` | `8080` | ``GET /a\\u007c<b>`x` `` | – |
                        """.replace("``GET /a\\u007c<b>`x` ``", "`` GET /a\\u007c<b>`x` ``"));
        assertThat(new String(new DiffJson(comparison).bytes(), StandardCharsets.UTF_8))
                .startsWith(
                        "{\n  \"version\": 1,\n  \"tool\": \"smi-maven-plugin\",\n  \"goal\": \"diff\",\n  \"from\": \"old\"")
                .contains("\"path\": \"/a|<b>`x`\"", "\"source\": \"s/web\"", "\"widened\": true")
                .endsWith("}\n");
    }

    @Test
    void refusesToCompareNothing() {
        assertThatThrownBy(() -> new Differ().diff(new DiffRequest(request(List.of(namespace("s"))), request(APP))))
                .hasMessageStartingWith("smi.diff.from: the manifests hold neither a workload nor a TrafficTarget");
    }

    private static String api(String rule) {
        return target("s", "t", "api", "web", rule);
    }

    private static String group(String... matches) {
        return TestManifests.group("s", "g", matches);
    }

    private static String group(String namespace, String name, String one, String other) {
        return TestManifests.group(namespace, name, one, other);
    }

    private static String egress(String protocol, String range) {
        return """
            apiVersion: policy.openservicemesh.io/v1alpha1
            kind: Egress
            metadata: {name: e, namespace: s}
            spec:
              sources: [{kind: ServiceAccount, name: web, namespace: s}]
              ipAddresses: [%s]
              ports: [{number: 443, protocol: %s}]
            """.formatted(range, protocol);
    }

    private static String ingress(String protocol, String source) {
        return """
            apiVersion: policy.openservicemesh.io/v1alpha1
            kind: IngressBackend
            metadata: {name: i, namespace: s}
            spec:
              backends: [{name: api, port: {number: 8080, protocol: %s}}]
              sources: [%s]
            """.formatted(protocol, source);
    }

    private static List<String> lines(List<String> from, List<String> to) {
        return new DiffText(new Comparison("old", "new", diff(from, to))).lines();
    }

    @SuppressWarnings("unchecked")
    static List<String> documents(Object argument) {
        return (List<String>) argument;
    }

    static DiffResult diff(List<String> from, List<String> to) {
        return new Differ().diff(new DiffRequest(request(with(from)), request(with(to))));
    }

    private static List<String> with(List<String> policies) {
        List<String> documents = new ArrayList<>(APP);
        documents.addAll(policies);
        return documents;
    }

    private static VerifyRequest request(List<String> documents) {
        return new VerifyRequest(
                List.of(file(String.join("---\n", documents))),
                Settings.DEFAULT,
                Declarations.NONE,
                Set.of(),
                new FileNames(Path.of("")));
    }
}
