package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.call.RouteInputs;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.route.RouteText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which routes callers get, from what Services serve and what callers use. */
class RoutePlannerTest {

    private static final String API = deployment("a", "api") + "---\n" + service("a", "api", "{port: 80}");
    private static final String WEB = deployment("a", "web", env("X", "http://api"));
    private static final String JOB = deployment("a", "job", env("X", "http://api"));

    private static final List<HttpRoute> SERVED =
            routes("GET /items/{id}", "GET /items/search", "POST /items", "DELETE /items/{id}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what web uses               | what it may request         | and may not
            GET /items/{id}               | GET /items/1                | POST /items
            GET /items/{id}               | HEAD /items/1               | DELETE /items/1
            GET /items/search             | GET /items/search           | GET /items/1
            POST /items                   | POST /items                 | POST /items/1
            /items/**                     | DELETE /items/1             | POST /other
            GET /items/7                  | GET /items/7                | GET /items/8
            GET /items/{id:[0-9]+}        | GET /items/12               | GET /items/x
            """)
    void givesWhatIsUsedOfWhatIsServed(String used, String may, String mayNot) {
        Planned planned = plan(List.of(uses("web", used)), SERVED, WEB, API);
        assertThat(planned.allows("web", may)).as(may).isTrue();
        assertThat(planned.allows("web", mayNot)).as(mayNot).isFalse();
    }

    @Test
    void givesAllRoutesToWhoDoesNotTell() {
        Planned planned = plan(List.of(uses("web", "GET /items/search")), SERVED, WEB, JOB, API);
        assertThat(planned.allows("job", "DELETE /items/1")).isTrue();
        assertThat(planned.allows("job", "GET /items/search")).isTrue();
        assertThat(planned.allows("job", "GET /admin")).isFalse();
        assertThat(planned.allows("web", "DELETE /items/1")).isFalse();
        assertThat(planned.policies().routes())
                .containsExactly(new ToldRoutes(
                        "a/api: 4 from <routes>",
                        List.of(
                                "a/job gets all of them, as nothing tells which ones job uses",
                                "a/web gets those that it uses (declared)")));
        assertThat(planned.policies().notes()).isEmpty();
        assertThat(planned.policies().allowAllGroups()).isEmpty();
    }

    /** One request fits one match at most: the order in which the mesh sees them changes (osm#5297). */
    @Test
    void writesMatchesOfWhichARequestFitsOne() {
        Planned planned = plan(List.of(uses("web", "GET /items/search")), SERVED, WEB, JOB, API);
        for (String request : List.of("GET /items/search", "GET /items/1", "GET /items/searching", "POST /items")) {
            assertThat(planned.fitting(request)).as(request).hasSize(1);
        }
    }

    @Test
    void saysWhatNobodyServes() {
        Planned planned = plan(List.of(uses("web", "GET /items/1", "GET /carts")), SERVED, WEB, API);
        assertThat(planned.allows("web", "GET /items/1")).isTrue();
        assertThat(planned.fitting("GET /carts")).isEmpty();
        assertThat(planned.policies().notes())
                .containsExactly(
                        "web uses GET /carts of a/api (declared), and nobody serves that: no policy allows it");
    }

    @Test
    void writesNoTargetForWhoUsesNothingThatIsServed() {
        PolicyPlan policies =
                plan(List.of(uses("web", "GET /carts")), SERVED, WEB, API).policies();
        assertThat(policies.targets()).isEmpty();
        assertThat(policies.routeGroups()).isEmpty();
        assertThat(policies.notes()).hasSize(1);
    }

    @Test
    void allowsEveryPathWhereNothingIsKnown() {
        PolicyPlan policies = plan(List.of(), List.of(), WEB, API).policies();
        assertThat(policies.allowAllGroups()).hasSize(1);
        assertThat(policies.routes()).isEmpty();
    }

    /** The pods of one account are one to the mesh, so all of them have to tell. */
    @Test
    void allowsEveryPathWhereOneOfTheWorkloadsDoesNotTell() {
        String other = deployment("a", "other").replace("serviceAccountName: other", "serviceAccountName: api")
                + "---\n" + service("a", "other", "{port: 80}");
        PolicyPlan policies = plan(List.of(), SERVED, WEB, API, other).policies();
        assertThat(policies.allowAllGroups()).hasSize(1);
    }

    @Test
    void leavesRoutesAloneThatSomebodyDecided() {
        PolicyPlan policies = plan(
                        List.of(uses("job", "GET /items/search")),
                        SERVED,
                        WEB,
                        JOB,
                        API,
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                        group("a", "g", "{name: m, pathRegex: /items, methods: [GET]}"))
                .policies();
        assertThat(policies.routeGroups()).isEmpty();
        assertThat(policies.targets()).isEmpty();
        assertThat(policies.notes()).singleElement().asString().contains("say nothing of a/job");
    }

    @Test
    void asksForHeaders() {
        HttpRoute route = RouteText.read("bought", "GET", "/bought", Map.of("client-app", "web"));
        PolicyPlan policies = plan(List.of(), List.of(route), WEB, API).policies();
        assertThat(policies.routeGroups().get(0).matches()).singleElement().satisfies(match -> {
            assertThat(match.name()).startsWith("bought");
            assertThat(match.methods()).containsExactly("GET", "HEAD");
            assertThat(match.headers()).isEqualTo(Map.of("client-app", "web"));
        });
    }

    /** What a URL that somebody is given asks for is asked for, whatever else is known. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what web is given                    | what nobody serves
            http://api                             |
            http://api/                            |
            http://api/items                       |
            http://api/ite                         |
            http://api/items/7/                    |
            http://api/items/7/8                   | /items/7/8
            http://api/items/search?q=/x           |
            http://api/items/{id}/parts            |
            http://api/actuator/health             | /actuator/health
            http://api/base, http://api/items      | /base
            http://api/items;http://api:80/items   |
            tcp://u:p@w@api/nothing                |
            """)
    void saysWhatUrlsAskForThatNobodyServes(String value, String path) {
        PolicyPlan policies = plan(List.of(), SERVED, deployment("a", "web", env("X", value)), API)
                .policies();
        if (path == null) {
            assertThat(policies.notes()).isEmpty();
        } else {
            assertThat(policies.notes())
                    .containsExactly(
                            "web calls a/api at " + path + " (env X), and nobody is known to serve that: no policy"
                                    + " allows it; if it is served, name it in <routes>");
        }
    }

    /** Prometheus has a path for each job. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # path of the job    | said
                                 | /metrics
            /actuator/prometheus | /actuator/prometheus
            /items/search        |
            """)
    void saysWhatPrometheusAsksForThatNobodyServes(String path, String said) {
        String config = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: p, namespace: a}
                data:
                  prometheus.yml: |
                    scrape_configs:
                    - job_name: first
                      metrics_path: /items/search
                    - job_name: second
                """
                + (path == null ? "" : "      metrics_path: " + path + "\n")
                + "      static_configs: [{targets: ['api:80']}]\n";
        String web = deployment("a", "web", "volumeMounts: [{name: v, mountPath: /etc}]")
                + "      volumes: [{name: v, configMap: {name: p}}]\n";
        PolicyPlan policies = plan(List.of(), SERVED, web, config, API).policies();
        assertThat(policies.targets()).hasSize(1);
        assertThat(policies.notes()).hasSize(said == null ? 0 : 1);
        assertThat(String.join("", policies.notes())).contains(said == null ? "" : "web calls a/api at " + said + " (");
    }

    /** What the server asks for is not given up because who calls says nothing of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what web uses   | its headers
            GET /bought       | {client-app=web}
            /bought           | {client-app=web}
            GET,POST /bought  | {client-app=web}
            bought            | {client-app=web}
            """)
    void asksForTheHeadersOfTheServer(String used, String headers) {
        HttpRoute route = RouteText.read("bought", "GET", "/bought", Map.of("client-app", "web"));
        PolicyPlan policies =
                plan(List.of(uses("web", used)), List.of(route), WEB, API).policies();
        assertThat(policies.notes()).isEmpty();
        assertThat(policies.routeGroups().get(0).matches())
                .singleElement()
                .satisfies(match -> assertThat(match.headers()).hasToString(headers));
    }

    /** What was planned, asked as the mesh would. */
    private record Planned(PolicyPlan policies) {

        List<PlannedMatch> fitting(String request) {
            String[] parts = request.split(" ");
            return policies.routeGroups().stream()
                    .flatMap(group -> group.matches().stream())
                    .filter(match -> match.methods().contains(parts[0])
                            && com.google.re2j.Pattern.matches(match.pathRegex(), parts[1]))
                    .toList();
        }

        boolean allows(String source, String request) {
            List<String> granted = policies.targets().stream()
                    .filter(target -> target.source().name().equals(source))
                    .flatMap(target -> target.routes().stream())
                    .flatMap(routes -> routes.matches().stream())
                    .toList();
            return fitting(request).stream().anyMatch(match -> granted.contains(match.name()));
        }
    }

    private static DeclaredCall uses(String source, String... routes) {
        return new DeclaredCall(source, "api", "", Optional.empty(), "", List.of(routes));
    }

    private static List<HttpRoute> routes(String... texts) {
        return List.of(texts).stream().map(RouteText::read).toList();
    }

    private static Planned plan(List<DeclaredCall> calls, List<HttpRoute> served, String... manifests) {
        Application application = app(manifests);
        List<DeclaredRoutes> routes = new ArrayList<>();
        if (!served.isEmpty()) {
            routes.add(new DeclaredRoutes("api", Optional.empty(), served));
        }
        FileNames names = new FileNames(Path.of(""));
        Declarations declarations = new Declarations(
                calls,
                List.of(),
                List.of(),
                new RouteInputs(RouteSources.ALL, routes, List.of(), names, Limits.DEFAULT, Path.of("")));
        PlanRequest request = new PlanRequest(
                Settings.DEFAULT,
                AccountMode.MISSING,
                Set.of(),
                PolicyMode.ENFORCED,
                List.of(),
                List.of(),
                Optional.empty());
        return new Planned(new Planner(
                        application,
                        new CallFinder(application, declarations).find(),
                        new PolicyReader(Dialect.DEFAULT).read(application),
                        request,
                        MeshMode.of(Settings.DEFAULT, application, names))
                .plan()
                .policies());
    }
}
