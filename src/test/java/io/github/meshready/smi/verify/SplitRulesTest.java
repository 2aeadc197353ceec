package io.github.meshready.smi.verify;

import static io.github.meshready.smi.SplitManifests.labelled;
import static io.github.meshready.smi.SplitManifests.selecting;
import static io.github.meshready.smi.SplitManifests.split;
import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Severities and words of the rules about TrafficSplits, and what other rules say of them. */
class SplitRulesTest {

    private static final String ROUTES = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String TO_V1 = target("a", "t1", "v1", "web", ROUTES);
    private static final String TO_V2 = target("a", "t2", "v2", "web", ROUTES);
    private static final String HALF = split("a", "api", "v1: 50", "v2: 50");

    private static final String[] APP = {
        namespace("a"),
        account("a", "web"),
        account("a", "v1"),
        account("a", "v2"),
        account("a", "old"),
        deployment("a", "web", env("X", "http://api")),
        labelled(deployment("a", "v1"), "part: api"),
        labelled(deployment("a", "v2"), "part: api"),
        labelled(deployment("a", "old"), "part: api"),
        selecting("a", "api", "part: api", "{port: 80}"),
        selecting("a", "v1", "app: v1", "{port: 80}"),
        selecting("a", "v2", "app: v2", "{port: 80}"),
        group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}")
    };

    static Stream<Arguments> findings() {
        return Stream.of(
                found("", HALF, TO_V1, TO_V2),
                found("", split("a", "api.a.svc", "v1: 1"), TO_V1),
                found(
                        "SMI-CALL-02 error TrafficTarget a/t3: lets account a/web call account a/old",
                        HALF,
                        TO_V1,
                        TO_V2,
                        target("a", "t3", "old", "web", ROUTES)),
                found(
                        "SMI-SPLIT-07 warning TrafficSplit a/s: no TrafficTarget lets account a/web call the pods behind"
                                + " backend a/v2",
                        split("a", "api", "v1: 1", "v2: 0"),
                        TO_V1),
                found("SMI-SPLIT-07 error TrafficSplit a/s", HALF, TO_V1),
                found(
                        "SMI-SPLIT-01 error TrafficSplit a/s: spec.service api.b.svc.cluster.local is in another namespace",
                        split("a", "api.b.svc.cluster.local", "v1: 1"),
                        TO_V1),
                found(
                        "SMI-SPLIT-01 error TrafficSplit a/s: the Service that is spread, a/x,",
                        split("a", "x", "v1: 1"),
                        TO_V1),
                found(
                        "SMI-SPLIT-03 error TrafficSplit a/s: weight 0.5 is no whole number",
                        split("a", "api", "v1: 0.5"),
                        TO_V1),
                found("SMI-SPLIT-03 error TrafficSplit a/s: the weights add up to nothing", split("a", "api"), TO_V1),
                found(
                        "SMI-SPLIT-05 error TrafficSplit a/s: backend a/none selects no pods",
                        split("a", "api", "v1: 1", "none: 1"),
                        service("a", "none", "{port: 80}"),
                        TO_V1),
                found(
                        "SMI-SPLIT-05 warning TrafficSplit a/s: Service a/some does not select all pods of backend a/api",
                        split("a", "some", "api: 1"),
                        selecting("a", "some", "app: v1", "{port: 80}"),
                        TO_V1),
                found(
                        "SMI-SPLIT-06 warning TrafficSplit a/s: port 80 leads to 80 of the pods, and to 90",
                        split("a", "api", "x: 1"),
                        selecting("a", "x", "app: v1", "{port: 80, targetPort: 90}"),
                        TO_V1),
                found(
                        "SMI-SPLIT-08 warning TrafficSplit a/s: the mesh takes spec.service api.nowhere for pod api of"
                                + " Service nowhere",
                        split("a", "api.nowhere", "v1: 1"),
                        TO_V1),
                found(
                        "SMI-TT-13 error TrafficSplit a/s: apiVersion split.smi-spec.io/v1alpha4 is not served",
                        HALF.replace("v1alpha2", "v1alpha4"),
                        TO_V1));
    }

    private static Arguments found(String expected, String... more) {
        return Arguments.of(expected, more);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("findings")
    void says(String expected, String... more) {
        List<String> said = verify(Optional.empty(), more).stream()
                .map(finding ->
                        finding.rule() + " " + finding.severity() + " " + finding.object() + ": " + finding.message())
                .toList();
        if (expected.isEmpty()) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).anyMatch(text -> text.startsWith(expected));
        }
    }

    @Test
    void asksForNoTargetsInPermissiveMode() {
        assertThat(verify(Optional.of(true), HALF, TO_V1))
                .as("nothing but what will be refused one day, and that targets are idle")
                .extracting(Finding::rule)
                .containsOnly("SMI-CALL-05", "SMI-TT-16");
        assertThat(verify(Optional.of(true), split("a", "api", "v1: 0")))
                .map(Finding::rule)
                .containsExactlyInAnyOrder("SMI-SPLIT-03", "SMI-CALL-01", "SMI-HTTP-11");
    }

    @Test
    void pointsAtTheBackend() {
        Finding finding = verify(Optional.empty(), HALF, TO_V1).stream()
                .filter(each -> each.rule().equals("SMI-SPLIT-07"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.location().orElseThrow().column()).isEqualTo(60);
        assertThat(finding.consequence()).isEqualTo("that share of its calls gets 503");
    }

    private static List<Finding> verify(Optional<Boolean> permissive, String... more) {
        Settings settings =
                new Settings("default", "osm", Dialect.DEFAULT, permissive, EgressMode.WRITE, Optional.empty());
        String[] documents = Stream.concat(Stream.of(APP), Stream.of(more)).toArray(String[]::new);
        return TestRequests.findings(TestRequests.of(settings, documents));
    }
}
