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
import static io.github.meshready.smi.verify.SoundApplication.RULE;
import static io.github.meshready.smi.verify.SoundApplication.replaced;
import static io.github.meshready.smi.verify.SoundApplication.with;
import static io.github.meshready.smi.verify.TestRequests.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Location;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the rules do not show: severities, places, words, and where a rule has to keep still. */
class RulesTest {

    @Test
    void hasNothingToSayAboutASoundApplication() {
        assertThat(findings(SoundApplication.documents())).isEmpty();
    }

    static Stream<Arguments> spoilt() {
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
                        target("a", "u", "api", "default", RULE)),
                Arguments.of(
                        "SMI-TCP-02 error TCPRoute a/r: 65616 is no port", "65616", tcpRoute("a", "r", "80, 65616")),
                Arguments.of(
                        "SMI-CALL-02 error TrafficTarget a/u: lets account a/api call account a/api on port 80 of its"
                                + " pods, and no call needs that",
                        "apiVersion: access",
                        target("a", "u", "api", "api", RULE)),
                Arguments.of(
                        "SMI-CALL-02 warning TrafficTarget a/u: lets account a/stranger call account a/api on port 80"
                                + " of its pods, and no workload of the manifests runs as that account",
                        "apiVersion: access",
                        target("a", "u", "api", "stranger", RULE)));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void saysWhatWhereAndHowBad(String expected, String textThere, String document) {
        String[] documents = with(document);
        assertThat(findings(documents)).anySatisfy(finding -> {
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
        List<Finding> findings = findings(
                namespace("blue").replace("monitored-by: osm", "monitored-by: blue"),
                deployment("blue", "web"),
                account("blue", "web"),
                deployment("none", "web"),
                account("none", "web"),
                tcpRoute("alone", "r", "1"));
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
        assertThat(findings(with(
                        off,
                        service("a", "shy", "{port: 6379}", "{port: 1, appProtocol: redis}")
                                .replace("spec:", "spec:\n  type: LoadBalancer"))))
                .isEmpty();
    }

    @Test
    void isLessSureOfVariablesThatInitContainersMayNotUse() {
        String init = "      initContainers: [{name: i, image: x, %s}]\n      containers:";
        for (String[] sure : new String[][] {
            {"args: ['--api=http://api']", "error"},
            {"env: [{name: API, value: 'http://api'}]", "warning"},
        }) {
            assertThat(findings(replaced(
                            "app: web}}\n    spec:\n      serviceAccountName: web\n      containers:",
                            "app: web}}\n    spec:\n      serviceAccountName: web\n" + init.formatted(sure[0]))))
                    .filteredOn(finding -> finding.rule().equals("SMI-POD-03"))
                    .map(finding -> finding.severity().toString())
                    .containsExactly(sure[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'/[a-z]+', 'error match m and match k match the same requests, such as GET /x'",
        "'/x[a-z]*', 'error match m and match k match the same requests, such as GET /x'",
        "'/x.+', ",
        "'/.[a-z]+', 'error match m and match k match the same requests, such as GET /ax'",
        "'/.\\pL+', warning match m and match k may match the same requests",
    })
    void saysHowSureItIsThatRoutesOverlap(String path, String expected) {
        String[] documents = with(
                target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [k]}"),
                group("a", "h", "{name: k, pathRegex: '" + path + "', methods: [GET]}"));
        documents[7] = documents[7].replace("/x", path.startsWith("/.") ? "'/[a-z]+x'" : "/x");
        List<String> said = findings(documents).stream()
                .filter(finding -> finding.rule().equals("SMI-HTTP-07"))
                .map(finding -> finding.severity() + " " + finding.message().replaceAll(" at [^ ]+", ""))
                .toList();
        assertThat(said)
                .isEqualTo(expected == null ? List.of() : List.of(expected + ", and are not for the same callers"));
    }

    @Test
    void seesPortsThatOneServiceDeclaresRawAndAnotherHttp() {
        String raw = service("a", "raw", "{port: 80, appProtocol: tcp}").replace("app: raw", "app: api");
        assertThat(findings(with(raw)))
                .filteredOn(finding -> finding.rule().equals("SMI-TT-10"))
                .map(finding -> finding.severity() + " " + finding.message())
                .containsExactly(
                        "warning opens port 80, which one Service declares as HTTP and another one as raw TCP");
    }
}
