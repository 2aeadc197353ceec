package io.github.meshready.smi.conformance;

import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.conformance.EchoApp.FSM;
import static io.github.meshready.smi.conformance.EchoApp.OSM;
import static io.github.meshready.smi.conformance.EchoApp.httpTarget;
import static io.github.meshready.smi.conformance.EchoApp.routes;
import static io.github.meshready.smi.conformance.EchoApp.trafficTarget;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.diff.Change;
import io.github.meshready.smi.diff.DiffRequest;
import io.github.meshready.smi.diff.Differ;
import io.github.meshready.smi.mesh.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The SMI conformance suite's cases of access and routes, decided from manifests (landscape.md section 5). */
class AccessConformanceTest {

    private static final String ANY_PORT = tcpRoute("t", "tcp", "");
    private static final String TCP_TARGET = trafficTarget("{kind: TCPRoute, name: tcp}");
    private static final String METRICS = routes("pathRegex: /metrics, methods: [\"*\"]");

    private static final DeclaredCall CALL = new DeclaredCall("app-a", "app-b", "9091");

    private record Case(
            String id, String from, String to, String request, Outcome osm, Outcome fsm, List<String> policies) {

        @Override
        public String toString() {
            return id + " " + from + " -> " + to + " " + request;
        }
    }

    private static Case of(
            String id, String from, String to, String request, Outcome osm, Outcome fsm, String... policies) {
        return new Case(id, "app-" + from, "app-" + to, request, osm, fsm, List.of(policies));
    }

    private static Case of(String id, String from, String to, String request, Outcome both, String... policies) {
        return of(id, from, to, request, both, both, policies);
    }

    private static Case repaired(String from, String to, String request, Outcome both) {
        return of("repaired", from, to, request, both, EchoApp.repaired().toArray(String[]::new));
    }

    /** Where the suite wants the request to pass and the mesh refuses it, the row says so by its outcome. */
    static Stream<Case> cases() {
        return Stream.of(
                of("TA-03", "a", "b", "GET /echo", Outcome.NO_TARGET),
                of("TA-05", "a", "b", "GET /echo", Outcome.NO_ROUTE, ANY_PORT, TCP_TARGET),
                of("TA-05b", "c", "b", "GET /echo", Outcome.NO_TARGET, ANY_PORT, TCP_TARGET),
                of("TA-05b", "b", "a", "GET /echo", Outcome.NO_TARGET, ANY_PORT, TCP_TARGET),
                of("TA-07", "a", "b", "GET /echo", Outcome.NO_TARGET),
                of("TS-04", "a", "b", "GET /metrics", Outcome.GRANTED, httpTarget(), METRICS),
                of("TS-04", "a", "b", "GET /echo", Outcome.NO_ROUTE, httpTarget(), METRICS),
                of("TS-04b", "a", "b", "POST /metrics", Outcome.GRANTED, httpTarget(), METRICS),
                of("TS-04b", "a", "b", "GET /metrics/x", Outcome.NO_ROUTE, Outcome.GRANTED, httpTarget(), METRICS),
                of("TS-04b", "a", "b", "GET /x/metrics", Outcome.NO_ROUTE, Outcome.GRANTED, httpTarget(), METRICS),
                of(
                        "TS-04b",
                        "a",
                        "b",
                        "GET /echo?to=/metrics",
                        Outcome.NO_ROUTE,
                        Outcome.GRANTED,
                        httpTarget(),
                        METRICS),
                of("TS-04b", "a", "b", "GET /metrics?x=1", Outcome.GRANTED, httpTarget(), METRICS),
                of(
                        "TS-06",
                        "a",
                        "b",
                        "GET /echo",
                        Outcome.GRANTED,
                        httpTarget(),
                        routes("pathRegex: \".*\", methods: [GET]")),
                of(
                        "TS-06",
                        "a",
                        "b",
                        "POST /echo",
                        Outcome.NO_ROUTE,
                        httpTarget(),
                        routes("pathRegex: \".*\", methods: [GET]")),
                repaired("a", "b", "GET /metrics", Outcome.GRANTED),
                repaired("a", "b", "POST /metrics", Outcome.GRANTED),
                repaired("a", "b", "GET /metrics/x", Outcome.NO_ROUTE),
                repaired("a", "b", "GET /x/metrics", Outcome.NO_ROUTE),
                repaired("a", "b", "GET /echo", Outcome.NO_ROUTE),
                repaired("a", "c", "GET /metrics", Outcome.NO_TARGET),
                repaired("c", "b", "GET /metrics", Outcome.NO_TARGET),
                repaired("b", "a", "GET /metrics", Outcome.NO_TARGET));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDecidedAsTheMeshDoes(Case given) {
        String[] policies = given.policies().toArray(String[]::new);
        assertThat(EchoApp.with(OSM, policies).inPermissiveMode().decide(given.from(), given.to(), given.request()))
                .as("policies count only where permissive mode is off")
                .isEqualTo(Outcome.PERMISSIVE);
        assertThat(EchoApp.with(OSM, policies).decide(given.from(), given.to(), given.request()))
                .as("osm")
                .isEqualTo(given.osm());
        assertThat(EchoApp.with(FSM, policies).decide(given.from(), given.to(), given.request()))
                .as("fsm")
                .isEqualTo(given.fsm());
    }

    /** TA-05 as it is meant: on a port that is not taken for http, the TCPRoute is enough. */
    @Test
    void aTcpRouteOpensWhatIsMarkedAsTcp() {
        EchoApp raw = marked(EchoApp.with(OSM, ANY_PORT, TCP_TARGET));
        assertThat(raw.decide("app-a", "app-b", "GET /echo")).isEqualTo(Outcome.GRANTED);
        assertThat(raw.decide("app-c", "app-b", "GET /echo")).isEqualTo(Outcome.NO_TARGET);
        assertThat(raw.decide("app-b", "app-a", "GET /echo")).isEqualTo(Outcome.NO_TARGET);
    }

    /** TA-07: deleting both takes away that one access and no other. */
    @Test
    void deletingThePoliciesTakesAwayWhatTheyAllowed() {
        List<Change> changes = new Differ()
                .diff(new DiffRequest(
                        marked(EchoApp.with(OSM, ANY_PORT, TCP_TARGET)).request(),
                        marked(EchoApp.with(OSM)).request()))
                .changes();
        assertThat(changes)
                .map(change -> change.kind() + " " + change.door())
                .containsExactly("disappears t/service-a -> t/service-b port 9091");
    }

    private static EchoApp marked(EchoApp app) {
        return new EchoApp(
                app.dialect(),
                app.permissive(),
                app.documents().stream()
                        .map(text -> text.replace(EchoApp.PORT, "{name: http, port: 9091, appProtocol: tcp}"))
                        .toList());
    }

    static Stream<Arguments> defects() {
        String portAsText = httpTarget().replace("destination: {", "destination: {port: \"9091\", ");
        String matchesAtTheTop =
                METRICS.replace("spec: {matches: ", "matches: ").replace("}]}", "}]");
        return Stream.of(
                Arguments.of(
                        "TA-05: a TCPRoute for an http port",
                        List.of(ANY_PORT, TCP_TARGET),
                        List.of(
                                "SMI-CALL-01 error Deployment t/app-a",
                                "SMI-TCP-03 error TrafficTarget t/service-targets",
                                "SMI-TCP-05 error TCPRoute t/tcp")),
                Arguments.of(
                        "TS-04: matches beside spec, a port in the destination",
                        List.of(portAsText, matchesAtTheTop),
                        List.of(
                                "SMI-CALL-01 error Deployment t/app-a",
                                "SMI-HTTP-09 error HTTPRouteGroup t/http-rg",
                                "SMI-TT-08 error TrafficTarget t/service-targets",
                                "SMI-TT-15 warning HTTPRouteGroup t/http-rg",
                                "SMI-TT-15 warning TrafficTarget t/service-targets")),
                Arguments.of("repaired", EchoApp.repaired().toList(), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void whatIsWrongWithTheSuitesManifestsIsFound(String what, List<String> policies, List<String> expected) {
        for (Dialect dialect : List.of(OSM, FSM)) {
            assertThat(EchoApp.with(dialect, policies.toArray(String[]::new)).findings(CALL))
                    .as(dialect.toString())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** The suite's generator of host names leaves the namespace empty. */
    @Test
    void aHostNameWithAnEmptyLabelIsNoCall() {
        EchoApp app = EchoApp.with(OSM, EchoApp.repaired().toArray(String[]::new));
        List<String> documents = app.documents().stream()
                .map(
                        text -> text.replace(
                                "image: example/app-a",
                                "image: example/app-a\n        env: [{name: PEER_URL, value: 'http://app-b..svc.cluster.local:9091/metrics'}]"))
                .toList();
        EchoApp told = new EchoApp(OSM, false, documents);
        assertThat(told.findings())
                .containsExactlyInAnyOrder(
                        "SMI-CALL-03 warning Deployment t/app-a", "SMI-CALL-02 error TrafficTarget t/service-targets");
        assertThat(told.verify().findings())
                .filteredOn(finding -> finding.rule().equals("SMI-CALL-03"))
                .map(finding -> finding.message())
                .containsExactly("is told to call app-b..svc.cluster.local:9091 (env PEER_URL), but that name lacks a"
                        + " namespace before svc; did you mean t/app-b?");
    }
}
