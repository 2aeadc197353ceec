package io.github.meshready.smi.conformance;

import static io.github.meshready.smi.SplitManifests.labelled;
import static io.github.meshready.smi.SplitManifests.selecting;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.conformance.EchoApp.FSM;
import static io.github.meshready.smi.conformance.EchoApp.OSM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.SplitManifests;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.policy.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The SMI conformance suite's cases of TrafficSplits, decided from manifests (landscape.md section 5). */
class SplitConformanceTest {

    private static final String ROUTES = "{kind: HTTPRouteGroup, name: all, matches: [any]}";

    /** A caller, and two versions of what it calls; the suite runs all of them as one account. */
    private static EchoApp app(Dialect dialect, String... more) {
        List<String> all = new ArrayList<>(List.of(
                namespace("t"),
                deploymentAs("t", "app-a", ""),
                version("b", ""),
                version("c", ""),
                selecting("t", "app-svc", "part: app", EchoApp.PORT),
                selecting("t", "app-b", "app: app-b", EchoApp.PORT),
                selecting("t", "app-c", "app: app-c", EchoApp.PORT)));
        all.addAll(List.of(more));
        return new EchoApp(dialect, true, all);
    }

    private static String version(String letter, String account) {
        return labelled(deploymentAs("t", "app-" + letter, account), "part: app");
    }

    private static String split(Dialect dialect, String... backends) {
        return SplitManifests.split("t", "app-svc", backends)
                .replace(
                        "split.smi-spec.io/v1alpha2",
                        dialect.equals(FSM) ? "split.smi-spec.io/v1alpha4" : "split.smi-spec.io/v1alpha2");
    }

    private static EchoApp enforced(EchoApp app) {
        return new EchoApp(app.dialect(), false, app.documents());
    }

    /** SP-01. The suite writes v1alpha4, which OSM does not serve; the older version both do. */
    @ParameterizedTest
    @CsvSource({
        "osm:1.2, v1alpha4, true",
        "osm:1.2, v1alpha3, true",
        "osm:1.2, v1alpha2, false",
        "fsm:1.5, v1alpha4, false",
        "fsm:1.5, v1alpha3, true",
        "fsm:1.5, v1alpha2, false"
    })
    void servedVersions(String mesh, String version, boolean isRefused) {
        Dialect dialect = Dialect.of(mesh).orElseThrow();
        String split =
                SplitManifests.split("t", "app-svc", "app-b: 1", "app-c: 1").replace("v1alpha2", version);
        List<String> findings = app(dialect, split).findings();
        assertThat(findings.contains("SMI-TT-13 error TrafficSplit t/s")).isEqualTo(isRefused);
        assertThat(findings).noneMatch(finding -> finding.startsWith("SMI-SPLIT"));
    }

    /** SP-03: without a split the pods of both versions answer. */
    @Test
    void withoutASplitBothVersionsAnswer() {
        assertThat(app(OSM).decide("app-a", "app-svc", "GET /echo")).isEqualTo(Outcome.PERMISSIVE);
        assertThat(enforced(app(OSM)).decide("app-a", "app-svc", "GET /echo"))
                .as("the suite's cases of splits need everything allowed, those of access nothing")
                .isEqualTo(Outcome.NO_TARGET);
    }

    @Test
    void allOfThemRunAsOneAccount() {
        assertThat(enforced(app(OSM)).findings())
                .contains(
                        "SMI-ID-01 warning Deployment t/app-a",
                        "SMI-ID-01 warning Deployment t/app-b",
                        "SMI-ID-01 warning Deployment t/app-c");
    }

    /** SP-05 to SP-11: the share of each version, and that nothing is wrong with a weight of 0. */
    static Stream<Arguments> weights() {
        return Stream.of(
                Arguments.of("SP-05", "1", "0", List.of(1.0, 0.0)),
                Arguments.of("SP-07", "0", "1", List.of(0.0, 1.0)),
                Arguments.of("SP-09", "75", "25", List.of(0.75, 0.25)),
                Arguments.of("SP-11", "25", "75", List.of(0.25, 0.75)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("weights")
    void spreadCallsByTheirWeights(String id, String b, String c, List<Double> shares) {
        for (Dialect dialect : List.of(OSM, FSM)) {
            EchoApp app = app(dialect, split(dialect, "app-b: " + b, "app-c: " + c));
            List<Split.Backend> backends = app.verify()
                    .facts()
                    .policies()
                    .splits(new ObjectName("t", "app-svc"))
                    .get(0)
                    .split()
                    .backends();
            double all =
                    backends.stream().mapToDouble(each -> each.weight().value()).sum();
            assertThat(backends).map(each -> each.service().toString()).containsExactly("t/app-b", "t/app-c");
            assertThat(backends).map(each -> each.weight().value() / all).containsExactlyElementsOf(shares);
            assertThat(app.decide("app-a", "app-svc", "GET /echo")).isEqualTo(Outcome.PERMISSIVE);
            assertThat(app.findings())
                    .noneMatch(finding -> finding.startsWith("SMI-SPLIT") || finding.startsWith("SMI-TT"));
        }
    }

    /** What a split needs where policies are enforced: a TrafficTarget to every version that has a share. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, b, GRANTED",
        "1, 0, c, NO_TARGET",
        "0, 1, c, GRANTED",
        "75, 25, b, PARTIAL",
        "75, 25, bc, GRANTED"
    })
    void grantNothing(String b, String c, String allowed, Outcome outcome) {
        for (Dialect dialect : List.of(OSM, FSM)) {
            List<String> documents = new ArrayList<>(List.of(
                    namespace("t"),
                    deploymentAs("t", "app-a", "service-a"),
                    version("b", "service-b"),
                    version("c", "service-c"),
                    selecting("t", "app-svc", "part: app", EchoApp.PORT),
                    selecting("t", "app-b", "app: app-b", EchoApp.PORT),
                    selecting("t", "app-c", "app: app-c", EchoApp.PORT),
                    group("t", "all", "{name: any}"),
                    split(dialect, "app-b: " + b, "app-c: " + c)));
            for (String letter : allowed.split("")) {
                documents.add(target("t", "to-" + letter, "service-" + letter, "service-a", ROUTES));
            }
            assertThat(new EchoApp(dialect, false, documents).decide("app-a", "app-svc", "GET /echo"))
                    .as(dialect.toString())
                    .isEqualTo(outcome);
        }
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of(
                        "a backend is missing",
                        "SMI-SPLIT-01",
                        "name: app-c, namespace: t}\nspec:\n  selector: {app: app-c}",
                        "name: app-d, namespace: t}\nspec:\n  selector: {app: app-c}"),
                Arguments.of(
                        "a backend has another port",
                        "SMI-SPLIT-02",
                        "selector: {app: app-c}\n  ports: [{name: http, port: 9091",
                        "selector: {app: app-c}\n  ports: [{name: http, port: 9092"),
                Arguments.of(
                        "the apex does not select a version",
                        "SMI-SPLIT-05",
                        "selector: {part: app}",
                        "selector: {app: app-b}"),
                Arguments.of(
                        "the apex has another protocol",
                        "SMI-SPLIT-06",
                        "selector: {part: app}\n  ports: [{name: http, port: 9091",
                        "selector: {part: app}\n  ports: [{name: http, port: 9091, appProtocol: tcp"));
    }

    /** SP-09 and SP-11 presume that all backends exist, are selected by the apex, and have its ports. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void whatTheSuitePresumesIsChecked(String what, String rule, String old, String by) {
        for (Dialect dialect : List.of(OSM, FSM)) {
            EchoApp sound = app(dialect, split(dialect, "app-b: 75", "app-c: 25"));
            assertThat(sound.documents()).as(old).anyMatch(text -> text.contains(old));
            assertThat(sound.findings()).noneMatch(finding -> finding.startsWith(rule));
            EchoApp broken = new EchoApp(
                    dialect,
                    true,
                    sound.documents().stream()
                            .map(text -> text.replace(old, by))
                            .toList());
            assertThat(broken.findings()).contains(rule + " error TrafficSplit t/s");
        }
    }
}
