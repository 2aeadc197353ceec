package io.github.meshready.smi.explain;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.file;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.report.ExplainText;
import io.github.meshready.smi.report.MatrixText;
import io.github.meshready.smi.verify.VerifyRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainerTest {

    private static final String ROUTES = "{kind: HTTPRouteGroup, name: g, matches: [list, buy]}";
    private static final String GROUP = group(
            "a",
            "g",
            "{name: list, pathRegex: /books, methods: [GET], headers: [{client-app: web}]}",
            "{name: buy, pathRegex: /buy, methods: [POST]}");

    private static final List<String> APP = List.of(
            namespace("a"),
            deployment("a", "web", env("API_URL", "http://api:80")),
            deployment("a", "other"),
            deployment("a", "api"),
            service("a", "api", "{port: 80, targetPort: 8080, name: http-api}"),
            deployment("a", "db"),
            service("a", "db", "{port: 5432, appProtocol: tcp}", "{port: 9000, appProtocol: tcp, name: admin}"),
            deployment("a", "plain")
                    .replace(
                            "metadata: {labels: {app: plain}}",
                            "metadata: {labels: {app: plain}, annotations: {openservicemesh.io/sidecar-injection: disabled}}"));

    /** What the last line of the decision's chain says is missing, in one row for each reason. */
    static Stream<Arguments> missing() {
        return Stream.of(
                row("other", "api", "", Outcome.NO_TARGET, "does not list account a/other among its sources: a/web"),
                row(
                        "api",
                        "db:5432",
                        "",
                        Outcome.NO_TARGET,
                        "a TrafficTarget in namespace a with destination a/db and source a/api"),
                row(
                        "web",
                        "api",
                        "GET /books",
                        Outcome.NO_ROUTE,
                        "match list (GET /books, header client-app: web) comes nearest: header client-app is missing"),
                row(
                        "web",
                        "api",
                        "GET /buy",
                        Outcome.NO_ROUTE,
                        "match buy (POST /buy) comes nearest: method GET is not among POST"),
                row(
                        "web",
                        "api",
                        "POST /buys",
                        Outcome.NO_ROUTE,
                        "match buy (POST /buy) comes nearest: path /buys does not match /buy"),
                row("web", "api", "", Outcome.GRANTED, ""),
                row("web", "api", "POST /buy?book=1", Outcome.GRANTED, ""));
    }

    private static Arguments row(String from, String to, String request, Outcome outcome, String missing) {
        return Arguments.of(from, to, request, outcome, missing);
    }

    @ParameterizedTest
    @MethodSource("missing")
    void saysWhatIsMissingAtTheNearestPolicy(String from, String to, String request, Outcome outcome, String missing) {
        Explanation explanation = explain(from, to, request, "", target("a", "t", "api", "web", ROUTES), GROUP);
        assertThat(explanation.decision().outcome()).isEqualTo(outcome);
        assertThat(explanation.missing().stream().map(Step::text).collect(Collectors.joining()))
                .endsWith(missing);
        assertThat(explanation.missing().isEmpty()).isEqualTo(missing.isEmpty());
    }

    @Test
    void printsTheWholeChain() {
        Explanation explanation = explain(
                "web",
                "a/api:80",
                "GET /books",
                "client-app: thief, accept: text/html, text/plain",
                target("a", "t", "api", "web", ROUTES, "{kind: TCPRoute, name: r}"),
                target("a", "void", "api", "other", "{kind: UDPRoute, name: r}"),
                tcpRoute("a", "r", "8080, 9090"),
                GROUP);
        assertThat(new ExplainText(explanation).lines())
                .map(line -> line.replaceAll("k8s/app.yaml:\\d+:\\d+", "PLACE"))
                .containsExactly(
                        "Deployment/a/web -> a/api:80, GET /books: denied (no-route)",
                        "  no route of a/api matches: 404",
                        "  caller     Deployment/a/web runs as account a/web; its pods have a sidecar  (PLACE)",
                        "  service    a/api port 80 leads to port 8080 of its pods  (PLACE)",
                        "  protocol   http, from the name http-api  (PLACE)",
                        "  pods       Deployment/a/api, account a/api, port 8080, with a sidecar  (PLACE)",
                        "  target     TrafficTarget a/t lists account a/web; opens port 8080 (TCPRoute r lists 8080, 9090)  (PLACE)",
                        "  target     TrafficTarget a/void is ignored by the mesh: it has a rule of kind UDPRoute  (PLACE)",
                        "  route      match list (GET /books, header client-app: web) does not match: header client-app: thief does not match web; for a/web  (PLACE)",
                        "  route      match buy (POST /buy) does not match: method GET is not among POST, path /books does not match /buy; for a/web  (PLACE)",
                        "  missing    match list (GET /books, header client-app: web) comes nearest: header client-app: thief does not match web  (PLACE)",
                        "  evidence   the application makes this call: env API_URL  (PLACE)");
    }

    @Test
    void tellsClosedPortsForbiddenRoutesAndIgnoredTargets() {
        assertThat(missing(explain(
                        "web",
                        "db:admin",
                        "",
                        "",
                        target("a", "t", "db", "web", "{kind: TCPRoute, name: r}"),
                        tcpRoute("a", "r", "5432"))))
                .isEqualTo("TrafficTarget a/t does not open port 9000 of the pods: TCPRoute r lists 5432");
        assertThat(missing(explain(
                        "web",
                        "api",
                        "POST /buy",
                        "",
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [list]}"),
                        target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: g, matches: [buy]}"),
                        GROUP)))
                .isEqualTo("no TrafficTarget with account a/web among its sources lists match buy (POST /buy), which is"
                        + " for a/other");
        assertThat(missing(explain("web", "api", "", "", target("a", "t", "api", "web"))))
                .isEqualTo("TrafficTarget a/t lists account a/web, but the mesh ignores it: it has no rules");
        assertThat(missing(explain(
                        "web",
                        "api",
                        "",
                        "",
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g}"),
                        GROUP)))
                .isEqualTo("TrafficTarget a/t names no match that exists, and without one every request gets 404");
    }

    @Test
    void tellsByWhichHostsAServiceIsKnown() {
        Explanation explanation = explain(
                "web",
                "api",
                "GET /books",
                "host: shop.example, client-app: web",
                target("a", "t", "api", "web", ROUTES),
                GROUP);
        assertThat(explanation.decision().outcome()).isEqualTo(Outcome.UNKNOWN_HOST);
        assertThat(missing(explanation))
                .isEqualTo(
                        "a Host header with one of the names of Service a/api: api, api.a, api.a.svc, api.a.svc.cluster,"
                                + " api.a.svc.cluster.local; each with or without :80");
        assertThat(explain(
                                "web",
                                "api",
                                "GET /books",
                                "host: api.a:80, client-app: web",
                                target("a", "t", "api", "web", ROUTES),
                                GROUP)
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.GRANTED);
    }

    @Test
    void goesByTheServiceThatAnAliasNames() {
        String alias = "apiVersion: v1\nkind: Service\nmetadata: {name: books, namespace: a}\n"
                + "spec: {type: ExternalName, externalName: api.a.svc.cluster.local, ports: [{port: 80}]}\n";
        Explanation explanation = explain("web", "books", "", "", alias);
        assertThat(explanation.question().described()).isEqualTo("Deployment/a/web -> a/api:80");
    }

    @Test
    void tellsOfCallersOutsideAndPermissiveMode() {
        Explanation plain = explain("plain", "api", "", "");
        assertThat(plain.decision().outcome()).isEqualTo(Outcome.CLIENT_WITHOUT_SIDECAR);
        assertThat(plain.chain())
                .extracting(Step::topic, Step::text)
                .contains(tuple(
                        "ingress",
                        "no IngressBackend opens port 8080 of the pods behind Service a/api to callers without a"
                                + " sidecar"))
                .noneMatch(tuple -> tuple.toList().get(0).equals("target"));
        ExplainRequest open = request("web", "api", "", "", Settings.DEFAULT.enforced(), List.of());
        Settings permissive = new Settings(
                "default",
                "osm",
                Settings.DEFAULT.dialect(),
                Optional.of(true),
                Settings.DEFAULT.egressMode(),
                Optional.empty());
        ExplainRequest request = new ExplainRequest(
                new VerifyRequest(open.manifests().files(), permissive, Declarations.NONE, Set.of(), names()),
                "web",
                "api",
                "",
                "");
        Explanation explanation = (Explanation) new Explainer().answer(request);
        assertThat(explanation.decision().outcome()).isEqualTo(Outcome.PERMISSIVE);
        assertThat(explanation.chain())
                .last()
                .extracting(Step::text)
                .asString()
                .startsWith("permissive mode is on (smi.permissive)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            webb  | api      |           |          | smi.from: "webb" names nothing in the manifests; did you mean web?
            web   | apis     |           |          | smi.to: "apis" names nothing in the manifests; did you mean api?
            web   | other    |           |          | smi.to: "other" names a workload, and calls go to Services
            web   | api:81   |           |          | smi.to: Service a/api has no TCP port 81
            web   | db       |           |          | smi.to: Service a/db has several ports
            web   | api      | books     |          | smi.request: "books" is no request
            web   | api      | get /x    |          | smi.request: "get /x" is no request
            web   | api      | GET /x    | books    | smi.headers: "books" is no header
            web   | api      |           | a: b     | smi.headers: headers are given without a request
            web   |          | GET /x    |          | smi.request: a request is given, but not both ends of the call
            """)
    void refusesWhatMeansNothing(String from, String to, String request, String headers, String message) {
        assertThatThrownBy(() -> new Explainer()
                        .answer(request(from, text(to), text(request), text(headers), Settings.DEFAULT, List.of())))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("fix: ");
    }

    @Test
    void printsWhoMayCallWhom() {
        List<String> policies = List.of(
                target("a", "t", "api", "web", ROUTES),
                GROUP,
                target("a", "u", "db", "api", "{kind: TCPRoute, name: r}"),
                tcpRoute("a", "r", "5432"));
        assertThat(matrix("", "", policies))
                .containsExactly(
                        "Who may call whom:",
                        "                       1   2   3",
                        "  Deployment/a/web     o   .   .",
                        "  Deployment/a/other   .   .   .",
                        "  Deployment/a/api     .   +   .",
                        "  Deployment/a/db      .   .   .",
                        "  1 = a/api:80",
                        "  2 = a/db:5432",
                        "  3 = a/db:9000",
                        "  +  every request or connection passes",
                        "  o  requests that match a route pass",
                        "  ?  it depends, on the order of routes or on what the manifests do not show",
                        "  !  allowed or not, it fails, at least in part",
                        "  .  denied",
                        "Not in the mesh: Deployment/a/plain");
        assertThat(matrix("api", "", policies))
                .contains("  Deployment/a/api   .   +   .")
                .hasSize(12);
        assertThat(matrix("", "db", policies)).contains("  Deployment/a/api     +   .");
        List<String> many = new ArrayList<>(policies);
        IntStream.range(0, 17)
                .forEach(i -> many.add(service("a", "db")
                        .replace("name: db", "name: s" + i)
                        .replace("[]", "[{port: " + (7000 + i) + ", appProtocol: tcp}]")));
        assertThat(matrix("", "", many))
                .startsWith(
                        "Who may call whom (callers that are not named are denied):",
                        "  a/api:80",
                        "    o Deployment/a/web")
                .containsSequence("  a/db:9000", "    nobody");
    }

    @Test
    void printsThePageOfARule() {
        assertThat(RulePages.page("smi-tt-05")).startsWith("# SMI-TT-05: HTTP rule without matches");
        assertThatThrownBy(() -> RulePages.page("SMI-TT-5"))
                .hasMessageStartingWith("smi.rule: there is no rule \"SMI-TT-5\"; did you mean SMI-TT-05?");
    }

    private static List<String> matrix(String from, String to, List<String> policies) {
        Answer answer = new Explainer().answer(request(from, to, "", "", Settings.DEFAULT, policies));
        return new MatrixText((Matrix) answer).lines();
    }

    private static String missing(Explanation explanation) {
        return explanation.missing().get(0).text();
    }

    private static Explanation explain(String from, String to, String request, String headers, String... policies) {
        return (Explanation)
                new Explainer().answer(request(from, to, request, headers, Settings.DEFAULT, List.of(policies)));
    }

    private static ExplainRequest request(
            String from, String to, String request, String headers, Settings settings, List<String> policies) {
        List<String> documents = new ArrayList<>(APP);
        documents.addAll(policies);
        return new ExplainRequest(
                new VerifyRequest(
                        List.of(file(String.join("---\n", documents))), settings, Declarations.NONE, Set.of(), names()),
                from,
                to,
                request,
                headers);
    }

    private static FileNames names() {
        return new FileNames(Path.of(""));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
