package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is served, used and allowed, held against each other. */
class RouteUseRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # served                       | used                  | allowed                  | rule         | what it says
            GET /items/{id}                | GET /items/{id}       | GET /items/[^/]+         | -            | -
            GET /items/{id}                | GET /items/{id}       | GET /items/[0-9]         | -            | -
            GET /items/{id}                | GET /items/{id}       | GET /items/              | SMI-ROUTE-01 | uses GET /items/1 (declared), and that is refused
            GET /items/{id};POST /items    | GET /items/1;POST /items | GET /items/1          | SMI-ROUTE-01 | uses POST /items (declared), and that is refused
            GET /items/{id}                | GET /carts            | GET /items/1             | SMI-ROUTE-02 | uses GET /carts (declared), and nobody behind Service a/api serves that
            GET /items/{id}                | POST /items/{id}      | GET /items/1             | SMI-ROUTE-02 | uses POST /items/{id} (declared), and nobody
            GET /items/{id}                | /items/7              | GET /items/7             | -            | -
            -                              | GET /carts            | GET /carts               | -            | -
            GET /items/{id}                | -                     | GET /items/[^/]+         | SMI-ROUTE-03 | -
            GET /items/{id}                | -                     | GET .*                   | SMI-ROUTE-03 | match m lets GET
            GET /items/{id}                | -                     | GET,POST /items/1        | SMI-ROUTE-03 | match m lets POST /items/1 through to account a/api
            GET /items/{id};GET /items     | GET /items            | GET /items(/[0-9])?      | SMI-ROUTE-04 | lets account a/web send GET /items/0 to a/api (match m), and no call of it uses that
            GET /items/{id};GET /items     | GET /items            | GET /items               | SMI-ROUTE-04 | -
            """)
    void says(String served, String used, String allowed, String rule, String message) {
        List<Finding> findings = findings(served, used, allowed).stream()
                .filter(finding -> finding.rule().startsWith("SMI-ROUTE"))
                .filter(finding -> rule == null || finding.rule().equals(rule))
                .toList();
        if (message == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings)
                    .anySatisfy(finding -> assertThat(finding.message()).contains(message));
        }
    }

    /** A URL tells what is asked for, or how that begins; one in a Secret is not shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            http://api/items/7             | -
            http://api/items               | -
            http://api/health              | uses /health (env X), and nobody behind Service a/api serves that
            http://u:p@api/health          | uses /health (env X)
            http://api/health?token=abc    | uses /health (env X)
            http://api/pass@word           | -
            """)
    void saysWhatAUrlAsksFor(String url, String message) {
        List<String> found = findings("GET /items/{id}", null, "GET /items/[^/]+", url).stream()
                .filter(finding -> finding.rule().equals("SMI-ROUTE-02"))
                .map(Finding::message)
                .toList();
        if (message == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains(message);
        }
    }

    private static List<Finding> findings(String served, String used, String allowed) {
        return findings(served, used, allowed, "y");
    }

    private static List<Finding> findings(String served, String used, String allowed, String value) {
        String[] match = allowed.split(" ");
        List<DeclaredRoutes> routes =
                served == null ? List.of() : List.of(new DeclaredRoutes("api", Optional.empty(), routes(served)));
        DeclaredCall call = new DeclaredCall(
                "web", "api", "", Optional.empty(), "", used == null ? List.of() : List.of(used.split(";")));
        Declarations declarations = new Declarations(
                List.of(call),
                List.of(),
                List.of(),
                new RouteInputs(
                        RouteSources.ALL, routes, List.of(), new FileNames(Path.of("")), Limits.DEFAULT, Path.of("")));
        return TestRequests.findings(TestRequests.of(
                Settings.DEFAULT,
                declarations,
                Set.of(),
                namespace("a"),
                account("a", "web"),
                account("a", "api"),
                deployment("a", "web", env("X", value)),
                deployment("a", "api"),
                service("a", "api", "{port: 80, appProtocol: http}"),
                target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                group("a", "g", "{name: m, pathRegex: '" + match[1] + "', methods: [" + match[0] + "]}")));
    }

    private static List<HttpRoute> routes(String texts) {
        return Stream.of(texts.split(";")).map(RouteText::read).toList();
    }
}
