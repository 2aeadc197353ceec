package io.github.meshready.smi.policy;

import static io.github.meshready.smi.SplitManifests.labelled;
import static io.github.meshready.smi.SplitManifests.selecting;
import static io.github.meshready.smi.SplitManifests.split;
import static io.github.meshready.smi.SplitManifests.splitNamed;
import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planned around TrafficSplits: web calls api, behind which are v1, v2 and old. */
class SplitPlanTest {

    private static final String[] APP = {
        deployment("a", "web", env("X", "http://api:80")),
        labelled(deployment("a", "v1"), "part: api"),
        labelled(deployment("a", "v2"), "part: api"),
        labelled(deployment("a", "old"), "part: api"),
        selecting("a", "api", "part: api", "{port: 80}"),
        selecting("a", "v1", "app: v1", "{port: 80}"),
        selecting("a", "v2", "app: v2", "{port: 80}")
    };

    private static final List<DeclaredSplit.Backend> BACKENDS = backends("v1", "90", "v2", "10");

    @Test
    void grantsEveryBackendAndNothingElse() {
        assertThat(targets(plan(List.of(), split("a", "api", "v1: 1", "v2: 0"))))
                .containsExactly("a/web -> a/v1", "a/web -> a/v2");
        assertThat(targets(plan(List.of()))).as("without a split").hasSize(3);
        assertThat(targets(plan(List.of(new DeclaredSplit("a/api", BACKENDS)))))
                .containsExactly("a/web -> a/v1", "a/web -> a/v2");
        assertThat(targets(plan(List.of(), split("a", "api", "v1: 1"), splitNamed("o", "a", "api", "v2: 1"))))
                .as("of two splits the mesh may take either")
                .containsExactly("a/web -> a/v1", "a/web -> a/v2");
        assertThat(targets(plan(List.of(), split("a", "api", "api: 1", "v1: 1"))))
                .hasSize(3);
    }

    @Test
    void saysWhatItCannotGrant() {
        PolicyPlan policies = plan(List.of(), split("a", "api", "v3: 1")).policies();
        assertThat(policies.targets()).isEmpty();
        assertThat(policies.notes())
                .containsExactly("web -> api:80 http (env X): no policy, because no backend of the TrafficSplit has"
                        + " that port");
    }

    @Test
    void completesWhatOneBackendHasForTheOthers() {
        Plan plan = plan(
                List.of(new DeclaredSplit("api", BACKENDS)),
                group("a", "books", "{name: list, pathRegex: /books, methods: [GET]}"),
                target("a", "given", "v1", "web", "{kind: HTTPRouteGroup, name: books, matches: [list]}"));
        assertThat(plan.policies().covered()).isEmpty();
        assertThat(plan.policies().targets()).singleElement().satisfies(target -> {
            assertThat(target.destination()).hasToString("a/v2");
            assertThat(target.routes()).containsExactly(new RouteRef("books", List.of("list")));
        });
    }

    @Test
    void marksThePortsOfApexAndBackendsAlike() {
        String[] documents = Stream.of(APP)
                .map(text -> text.replace("http://api:80", "tcp://api:4711").replace("port: 80}", "port: 4711}"))
                .toArray(String[]::new);
        Plan plan = plan(documents, List.of(new DeclaredSplit("api", BACKENDS)));
        assertThat(plan.protocols())
                .map(mark -> mark.service() + " " + mark.protocol() + " " + mark.why())
                .containsExactly(
                        "a/api tcp a client's URL",
                        "a/v1 tcp as on Service api: a client's URL",
                        "a/v2 tcp as on Service api: a client's URL");
        assertThat(plan.policies().targets())
                .hasSize(2)
                .allMatch(target -> target.routes().isEmpty());
    }

    @Test
    void namesWhatItWrites() {
        Plan plan = plan(List.of(new DeclaredSplit("a/api", BACKENDS)), splitNamed("api-split", "a", "other", "v1: 1"));
        PlannedSplit planned = plan.splits().get(0);
        assertThat(planned.name().toString()).matches("a/api-split-[0-9a-f]{10}");
        assertThat(new OsmPolicyDocuments(Dialect.DEFAULT).trafficSplit(planned))
                .containsEntry("apiVersion", "split.smi-spec.io/v1alpha2")
                .containsEntry("kind", "TrafficSplit")
                .extractingByKey("spec")
                .hasToString("{service=api, backends=[{service=v1, weight=90}, {service=v2, weight=10}]}");
    }

    static Stream<Arguments> refused() {
        List<DeclaredSplit.Backend> half = BACKENDS;
        return Stream.of(
                bad(
                        "nothing",
                        half,
                        "<split> nothing: <service>nothing</service> names nothing in the manifests",
                        "name one of: a/api, a/v1"),
                bad(
                        "api",
                        half,
                        "<split> api: <service>api</service> names several",
                        "use one of: a/api, b/api",
                        service("b", "api", "{port: 80}")),
                bad(
                        "api",
                        backends("v1", "1.5"),
                        "the <weight>1.5</weight> of backend v1 is no whole number",
                        "90 and 10"),
                bad("api", backends("v1", "-1"), "weight -1 is no whole number from 0 on", "whole weights"),
                bad("api", backends("v1", "0", "v2", "0"), "the weights add up to nothing", "whole weights"),
                bad("api", backends("v1", "1", "v3", "1"), "backend a/v3 is no Service", "own namespace"),
                bad("api", backends("b/v1", "1"), "backend a/b/v1 is no Service", "own namespace"),
                bad("api", half, "Service a/api has 2 TrafficSplits", "keep one", split("a", "api.a", "v1: 1")),
                bad("v1", backends("v2", "1"), "Service a/v1 does not select the pods of backend a/v2", "a selector"),
                bad(
                        "api",
                        backends("late", "1"),
                        "backend a/late selects no pods",
                        "selector",
                        service("a", "late", "{port: 80}")),
                bad("api", backends("x", "1"), "backend a/x has no port 80", "every port of a/api", leaf("{port: 81}")),
                bad(
                        "web-api",
                        backends("x", "1"),
                        "port 80 is http, and tcp on backend a/x",
                        "same appProtocol",
                        leaf("{port: 80, appProtocol: tcp}"),
                        selecting("a", "web-api", "part: api", "{port: 80, appProtocol: http}")),
                bad(
                        "web-api",
                        backends("x", "1"),
                        "lead to the same port of the same pods",
                        "same appProtocol",
                        leaf("{port: 80, appProtocol: grpc}"),
                        selecting("a", "web-api", "part: api", "{port: 80, appProtocol: http}")),
                bad(
                        "api",
                        backends("x", "1"),
                        "port 80 leads to 80 of the pods, and to 90",
                        "targetPort",
                        leaf("{port: 80, targetPort: 90}")),
                bad(
                        "raw",
                        backends("v1", "1", "v2", "0"),
                        "weight 0 of a backend where a/raw has a raw TCP port",
                        "remove the backend",
                        selecting("a", "raw", "part: api", "{port: 80, appProtocol: tcp}")));
    }

    private static String leaf(String port) {
        return selecting("a", "x", "app: v1", port);
    }

    private static Arguments bad(
            String service, List<DeclaredSplit.Backend> backends, String message, String fix, String... documents) {
        return Arguments.of(new DeclaredSplit(service, backends), message, fix, documents);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesSplitsThatTheMeshWouldNotFollow(DeclaredSplit split, String message, String fix, String... documents) {
        assertThatThrownBy(() -> plan(List.of(split), documents))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("<split> ")
                .hasMessageContaining(message)
                .hasMessageContaining("fix: ")
                .hasMessageContaining(fix);
    }

    private static List<DeclaredSplit.Backend> backends(String... parts) {
        List<DeclaredSplit.Backend> backends = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            backends.add(new DeclaredSplit.Backend(parts[i], parts[i + 1]));
        }
        return backends;
    }

    private static Plan plan(List<DeclaredSplit> splits, String... more) {
        return plan(Stream.concat(Stream.of(APP), Stream.of(more)).toArray(String[]::new), splits);
    }

    private static Plan plan(String[] documents, List<DeclaredSplit> splits) {
        Application application = app(documents);
        return new Planner(
                        application,
                        new CallFinder(application, Declarations.NONE).find(),
                        new PolicyReader(Dialect.DEFAULT).read(application),
                        PlanRequest.of(Settings.DEFAULT).with(splits),
                        new MeshMode(false, "test"))
                .plan();
    }

    private static List<String> targets(Plan plan) {
        return plan.policies().targets().stream()
                .map(target -> target.source() + " -> " + target.destination())
                .toList();
    }
}
