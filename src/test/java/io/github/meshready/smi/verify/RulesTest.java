package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the rules do not show: severities, places, words, and where a rule has to keep still. */
class RulesTest {

    private static final String[] CLEAN = {
        namespace("a"),
        account("a", "web"),
        account("a", "api"),
        deployment("a", "web", env("API", "http://api")),
        deployment("a", "api"),
        service("a", "api", "{port: 80}"),
        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
        group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}")
    };

    @Test
    void hasNothingToSayAboutASoundApplication() {
        assertThat(verify(CLEAN).findings()).isEmpty();
    }

    static Stream<Arguments> findings() {
        String known = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
        return Stream.of(
                Arguments.of(
                        "SMI-TT-05 error TrafficTarget a/u: rule HTTPRouteGroup/g lists no matches",
                        "{kind: HTTPRouteGroup, name: g}",
                        target("a", "u", "api", "web", "{kind: TCPRoute, name: r}", "{kind: HTTPRouteGroup, name: g}")),
                Arguments.of(
                        "SMI-TT-08 error TrafficTarget a/u: HTTPRouteGroup a/g has no match \"z\"",
                        "{kind: HTTPRouteGroup, name: g, matches: [z, m]}",
                        target("a", "u", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [z, m]}")),
                Arguments.of(
                        "SMI-HTTP-13 info HTTPRouteGroup a/x: match k allows every path",
                        "{name: k, pathRegex: '', methods: [GET]}",
                        group("a", "x", "{name: k, pathRegex: '', methods: [GET]}")),
                Arguments.of(
                        "SMI-HTTP-10 warning HTTPRouteGroup a/x: match k lists GET twice",
                        "{name: k, pathRegex: /, methods: [GET, GET]}",
                        group("a", "x", "{name: k, pathRegex: /, methods: [GET, GET]}")),
                Arguments.of(
                        "SMI-HTTP-10 warning HTTPRouteGroup a/x: match k lists * beside other methods",
                        "{name: k, pathRegex: /, methods: [GET, '*']}",
                        group("a", "x", "{name: k, pathRegex: /, methods: [GET, '*']}")),
                Arguments.of(
                        "SMI-HTTP-02 error HTTPRouteGroup a/x: header u stands twice in match k",
                        "[{u: a}, {u: b}]",
                        group("a", "x", "{name: k, pathRegex: /, methods: [GET], headers: [{u: a}, {u: b}]}")),
                Arguments.of(
                        "SMI-ID-01 error TrafficTarget a/u: names the service account default",
                        "{kind: ServiceAccount, name: default",
                        target("a", "u", "api", "default", known)),
                Arguments.of(
                        "SMI-TCP-02 error TCPRoute a/r: 65616 is no port", "65616", tcpRoute("a", "r", "80, 65616")),
                Arguments.of(
                        "SMI-CALL-02 error TrafficTarget a/u: lets account a/api call account a/api on port 80 of its"
                                + " pods, and no call needs that",
                        "apiVersion: access",
                        target("a", "u", "api", "api", known)),
                Arguments.of(
                        "SMI-CALL-02 warning TrafficTarget a/u: lets account a/stranger call account a/api on port 80"
                                + " of its pods, and no workload of the manifests runs as that account",
                        "apiVersion: access",
                        target("a", "u", "api", "stranger", known)));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void saysWhatWhereAndHowBad(String expected, String textThere, String document) {
        String[] documents = with(document);
        assertThat(verify(documents).findings()).anySatisfy(finding -> {
            assertThat(finding.rule() + " " + finding.severity() + " " + finding.object() + ": " + finding.message())
                    .isEqualTo(expected);
            assertThat(textAt(finding.location().orElseThrow(), documents)).startsWith(textThere);
        });
    }

    private static String textAt(Location location, String... documents) {
        String line = String.join("---\n", documents).lines().toList().get(location.line() - 1);
        return line.substring(location.column() - 1);
    }

    @Test
    void speaksOfEveryNamespaceThatIsNotOnboarded() {
        List<Finding> findings = verify(
                        namespace("blue").replace("monitored-by: osm", "monitored-by: blue"),
                        deployment("blue", "web"),
                        account("blue", "web"),
                        deployment("none", "web"),
                        account("none", "web"),
                        tcpRoute("alone", "r", "1"))
                .findings();
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("SMI-NS-01"))
                .map(finding -> finding.severity() + " " + finding.object() + ": " + finding.message())
                .containsExactlyInAnyOrder(
                        "error Namespace blue: the label openservicemesh.io/monitored-by names mesh blue, not osm",
                        "warning Deployment none/web: no manifest defines namespace none",
                        "warning TCPRoute alone/r: no manifest defines namespace alone");
    }

    @Test
    void keepsStillWhereAWorkloadIsNotInTheMesh() {
        String off = deploymentAs("a", "shy", "", env("API", "http://nowhere:1"))
                .replace(
                        "metadata: {labels: {app: shy}}",
                        "metadata: {labels: {app: shy}, annotations: {openservicemesh.io/sidecar-injection: disabled}}");
        assertThat(verify(with(
                                off,
                                service("a", "shy", "{port: 6379}", "{port: 1, appProtocol: redis}")
                                        .replace("spec:", "spec:\n  type: LoadBalancer")))
                        .findings())
                .isEmpty();
    }

    @Test
    void saysAtWhichStepACallFails() {
        VerifyResult result = verify(with(deployment("a", "job", env("API", "http://api")), account("a", "job")));
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("SMI-CALL-01");
            assertThat(finding.object()).isEqualTo("Deployment a/job");
            assertThat(finding.message()).isEqualTo("its call job -> api:80 http (env API) is denied");
            assertThat(finding.consequence())
                    .isEqualTo("no TrafficTarget lets account a/job call account a/api: the connection fails");
        });
    }

    static Stream<Arguments> refusals() {
        String[] job = {deployment("a", "job", env("API", "http://api")), account("a", "job")};
        String known = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
        return Stream.of(
                Arguments.of(
                        "add account a/job to the sources of a TrafficTarget with the routes that it needs, a/t; if it"
                                + " is no call, name it in <ignoredCalls>",
                        with(job)),
                Arguments.of(
                        "run smi:generate, which writes what is missing; if it is no call, name it in <ignoredCalls>",
                        with(job[0], job[1], target("a", "u", "api", "job", "{kind: HTTPRouteGroup, name: g}"))),
                Arguments.of(
                        "run smi:generate, which writes what is missing; if it is no call, name it in <ignoredCalls>",
                        without("kind: TrafficTarget")),
                Arguments.of(
                        "set appProtocol of port 80 of Service a/api to http",
                        replaced("{port: 80}", "{port: 80, appProtocol: https}")),
                Arguments.of(
                        "name a container port, or give targetPort by number",
                        replaced("{port: 80}", "{port: 80, targetPort: web}")),
                Arguments.of(
                        "bring both ends into the mesh, or neither",
                        replaced(
                                "metadata: {labels: {app: api}}",
                                "metadata: {labels: {app: api}, annotations: {openservicemesh.io/sidecar-injection: no}}"
                                        .replace(": no", ": 'no'"))),
                Arguments.of(
                        "exclude the port at both ends, or at neither",
                        replaced(
                                "metadata: {labels: {app: api}}",
                                "metadata: {labels: {app: api}, annotations: {openservicemesh.io/inbound-port-exclusion-list: '80'}}")),
                Arguments.of(
                        "use kind: ServiceAccount in the TrafficTarget",
                        replaced("[{kind: ServiceAccount", "[{kind: Group")),
                Arguments.of(
                        "use the syntax of RE2, without look-around and back-references",
                        replaced("pathRegex: /x", "pathRegex: '(?=x)'")),
                Arguments.of(
                        "correct the TrafficSplit: rules SMI-SPLIT say what is wrong with it",
                        with(
                                "apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: s, namespace: a}\n"
                                        + "spec: {service: api, backends: [{service: v1, weight: 1}]}\n")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatToDoAboutACallThatFails(String fix, String... documents) {
        assertThat(verify(documents).findings())
                .filteredOn(finding -> finding.rule().equals("SMI-CALL-01"))
                .map(Finding::fix)
                .containsExactly(fix);
    }

    private static String[] replaced(String old, String by) {
        String[] documents = Stream.of(CLEAN).map(text -> text.replace(old, by)).toArray(String[]::new);
        assertThat(documents).isNotEqualTo(CLEAN);
        return documents;
    }

    private static String[] without(String part) {
        return Stream.of(CLEAN).filter(text -> !text.contains(part)).toArray(String[]::new);
    }

    @Test
    void isLessSureOfVariablesThatInitContainersMayNotUse() {
        String init = "      initContainers: [{name: i, image: x, %s}]\n      containers:";
        for (String[] sure : new String[][] {
            {"args: ['--api=http://api']", "error"},
            {"env: [{name: API, value: 'http://api'}]", "warning"},
        }) {
            assertThat(verify(replaced(
                                    "app: web}}\n    spec:\n      serviceAccountName: web\n      containers:",
                                    "app: web}}\n    spec:\n      serviceAccountName: web\n" + init.formatted(sure[0])))
                            .findings())
                    .filteredOn(finding -> finding.rule().equals("SMI-POD-03"))
                    .map(finding -> finding.severity().toString())
                    .containsExactly(sure[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'/[a-z]+', error match m and match k match the same requests",
        "'/x[a-z]*', error match m and match k match the same requests",
        "'/x.+', ",
        "'/.[a-z]+', warning match m and match k may match the same requests",
    })
    void saysHowSureItIsThatRoutesOverlap(String path, String expected) {
        String[] documents = with(
                target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [k]}"),
                group("a", "h", "{name: k, pathRegex: '" + path + "', methods: [GET]}"));
        documents[7] = documents[7].replace("/x", path.startsWith("/.") ? "'/[a-z]+x'" : "/x");
        List<String> said = verify(documents).findings().stream()
                .filter(finding -> finding.rule().equals("SMI-HTTP-07"))
                .map(finding -> finding.severity() + " " + finding.message().replaceAll(" at [^ ]+", ""))
                .toList();
        assertThat(said)
                .isEqualTo(expected == null ? List.of() : List.of(expected + ", and are not for the same callers"));
    }

    @Test
    void seesPortsThatOneServiceDeclaresRawAndAnotherHttp() {
        String raw = service("a", "raw", "{port: 80, appProtocol: tcp}").replace("app: raw", "app: api");
        assertThat(verify(with(raw)).findings())
                .filteredOn(finding -> finding.rule().equals("SMI-TT-10"))
                .map(finding -> finding.severity() + " " + finding.message())
                .containsExactly(
                        "warning opens port 80, which one Service declares as HTTP and another one as raw TCP");
    }

    @Test
    void believesDeclaredCallsAndExternalAccounts() {
        String[] documents = with(
                target("a", "u", "api", "api", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                deploymentAs("a", "w", "elsewhere"));
        assertThat(verify(documents).findings()).map(Finding::rule).containsExactly("SMI-CALL-02", "SMI-ID-02");
        VerifyRequest request = new VerifyRequest(
                List.of(TestManifests.file(String.join("---\n", documents))),
                Settings.DEFAULT,
                new Declarations(List.of(), List.of()),
                Set.of(new ObjectName("a", "elsewhere")),
                new FileNames(Path.of("")));
        assertThat(new Verifier(Rules.all()).verify(request).findings())
                .map(Finding::rule)
                .containsExactly("SMI-CALL-02");
    }

    @Test
    void comparesPermissionsWithCallsByPort() {
        String[] documents = {
            namespace("a"),
            account("a", "web"),
            account("a", "api"),
            deployment("a", "web", env("API", "http://api:80")),
            deployment("a", "api"),
            service("a", "api", "{name: x, port: 80}", "{name: y, port: 81}"),
            target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
            group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}")
        };
        assertThat(verify(documents).findings())
                .map(Finding::message)
                .containsExactly(
                        "lets account a/web call account a/api on port 81 of its pods, and no call needs that");
        VerifyRequest declared = new VerifyRequest(
                List.of(TestManifests.file(String.join("---\n", documents))),
                Settings.DEFAULT,
                new Declarations(
                        List.of(new DeclaredCall("web", "api", "y", Optional.of(AppProtocol.HTTP), "")), List.of()),
                Set.of(),
                new FileNames(Path.of("")));
        assertThat(new Verifier(Rules.all()).verify(declared).findings()).isEmpty();
    }

    @Test
    void doesNotJudgePermissionsWhileTheMeshIgnoresThem() {
        Settings permissive =
                new Settings("default", "osm", Dialect.DEFAULT, Optional.of(true), EgressMode.WRITE, Optional.empty());
        String[] documents = with(
                target("a", "u", "api", "api", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                deployment("a", "job", env("API", "http://api")),
                account("a", "job"));
        VerifyRequest request = new VerifyRequest(
                List.of(TestManifests.file(String.join("---\n", documents))),
                permissive,
                Declarations.NONE,
                Set.of(),
                new FileNames(Path.of("")));
        assertThat(new Verifier(Rules.all()).verify(request).findings())
                .as("nothing but what will be refused one day, and that targets are idle")
                .allMatch(finding -> finding.severity() == Severity.INFO)
                .map(Finding::rule)
                .containsExactlyInAnyOrder("SMI-TT-16", "SMI-CALL-05");
    }

    @Test
    void seesAllKindsOfExposure() {
        String ingress = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: i, namespace: a}
            spec:
              defaultBackend: {service: {name: api, port: {number: 80}}}
              rules: [{http: {paths: [{backend: {service: {name: two, port: {name: y}}}}]}}]
            """;
        String old =
                "apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: o, namespace: a}\nspec: {backend: {serviceName: old, servicePort: 80}}\n";
        List<Finding> findings = verify(with(
                        ingress,
                        old,
                        deployment("a", "two"),
                        account("a", "two"),
                        service("a", "two", "{name: x, port: 1}", "{name: y, port: 2, targetPort: 8080}"),
                        deployment("a", "old"),
                        account("a", "old"),
                        service("a", "old", "{port: 80}"),
                        deployment("a", "node"),
                        account("a", "node"),
                        service("a", "node", "{port: 80}").replace("spec:", "spec:\n  type: NodePort")))
                .findings();
        assertThat(findings)
                .allMatch(finding -> finding.rule().equals("SMI-ING-01"))
                .map(finding -> finding.object() + " " + finding.message().split(" ")[1]
                        + finding.message().replaceAll(".*\\((.*)\\).*", " $1"))
                .containsExactlyInAnyOrder(
                        "Service a/api 80 Ingress i",
                        "Service a/two 2 Ingress i",
                        "Service a/old 80 Ingress o",
                        "Service a/node 80 Service type NodePort");
        assertThat(findings)
                .filteredOn(finding -> finding.object().equals("Service a/two"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.snippet())
                        .contains("    <service>ingress-nginx/ingress-nginx-controller</service>"));
    }

    private static String[] with(String... more) {
        List<String> all = new ArrayList<>(List.of(CLEAN));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static VerifyResult verify(String... documents) {
        return new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        List.of(TestManifests.file(String.join("---\n", documents))),
                        Settings.DEFAULT,
                        Declarations.NONE,
                        Set.of(),
                        new FileNames(Path.of(""))));
    }
}
