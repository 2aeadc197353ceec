package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.SplitManifests.labelled;
import static io.github.meshready.smi.SplitManifests.selecting;
import static io.github.meshready.smi.SplitManifests.splitNamed;
import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OSM's bookstore, written anew in short, and the matrix that its documentation promises (osm.md section 8.1). */
class BookstoreFactsTest {

    private static final Map<String, String> BUYER =
            Map.of("user-agent", "Go-http-client/1.1", "client-app", "bookbuyer");

    private static final String ROUTES =
            "{kind: HTTPRouteGroup, name: bookstore-service-routes, matches: [buy-a-book," + " books-bought]}";
    private static final String TO_V1 = from("bookbuyer", target("bookstore", "bookstore", "bookstore", "x", ROUTES));
    private static final String TO_V2 =
            from("bookbuyer", target("bookstore", "bookstore-v2", "bookstore-v2", "x", ROUTES));

    private static final List<String> APP = List.of(
            namespace("bookbuyer"),
            namespace("bookthief"),
            namespace("bookstore"),
            namespace("bookwarehouse"),
            deployment("bookbuyer", "bookbuyer"),
            deployment("bookthief", "bookthief"),
            labelled(deployment("bookstore", "bookstore"), "version: v1"),
            labelled(deploymentAs("bookstore", "bookstore-v2", "bookstore-v2"), "version: v2")
                    .replace("app: bookstore-v2", "app: bookstore"),
            selecting("bookstore", "bookstore", "app: bookstore", "{port: 14001}"),
            selecting("bookstore", "bookstore-v1", "app: bookstore, version: v1", "{port: 14001}"),
            selecting("bookstore", "bookstore-v2", "app: bookstore, version: v2", "{port: 14001}"),
            deployment("bookwarehouse", "bookwarehouse"),
            service("bookwarehouse", "bookwarehouse", "{port: 14001}"),
            deployment("bookwarehouse", "mysql")
                    .replace("kind: Deployment", "kind: StatefulSet")
                    .replace("spec:\n  selector", "spec:\n  serviceName: mysql\n  selector"),
            service("bookwarehouse", "mysql", "{port: 3306, appProtocol: tcp}")
                    .replace("spec:", "spec:\n  clusterIP: None"),
            group(
                    "bookstore",
                    "bookstore-service-routes",
                    "{name: buy-a-book, pathRegex: '.*a-book.*new', methods: [GET]}",
                    "{name: books-bought, pathRegex: /books-bought, methods: [GET], headers: [{user-agent:"
                            + " '.*-http-client/*.*'}, {client-app: bookbuyer}]}"),
            group("bookwarehouse", "bookwarehouse-service-routes", "{name: restock-books, methods: [POST]}"),
            from(
                    "bookstore",
                    target(
                            "bookwarehouse",
                            "bookstore-access-bookwarehouse",
                            "bookwarehouse",
                            "x",
                            "{kind: HTTPRouteGroup, name: bookwarehouse-service-routes, matches: [restock-books]}")),
            target("bookwarehouse", "mysql", "mysql", "bookwarehouse", "{kind: TCPRoute, name: mysql}"),
            tcpRoute("bookwarehouse", "mysql", "3306"));

    /** Of the account that is named like its namespace. */
    private static String from(String source, String target) {
        return target.replaceFirst("sources: .*", "sources: [" + account(source, source) + "]");
    }

    private static String account(String name, String namespace) {
        return "{kind: ServiceAccount, name: " + name + ", namespace: " + namespace + "}";
    }

    private static String alsoFor(String account, String target) {
        return target.replace("sources: [", "sources: [" + account + ", ");
    }

    @ParameterizedTest
    @CsvSource({
        // caller, v1 GET, v2 GET, v1 another request, warehouse POST, warehouse GET, mysql
        "bookbuyer, GRANTED, GRANTED, NO_ROUTE, NO_TARGET, NO_TARGET, NO_TARGET",
        "bookthief, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET",
        "bookstore, NO_TARGET, NO_TARGET, NO_TARGET, GRANTED, NO_ROUTE, NO_TARGET",
        "bookstore-v2, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET",
        "bookwarehouse, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET, GRANTED"
    })
    void matrix(String from, Outcome v1, Outcome v2, Outcome other, Outcome restock, Outcome get, Outcome mysql) {
        Shop shop = new Shop(false, TO_V1, TO_V2);
        for (String path : List.of("/books-bought", "/buy-a-book/new")) {
            assertThat(shop.ask(from, "bookstore-v1", "GET", path)).as(path).isEqualTo(v1);
            assertThat(shop.ask(from, "bookstore-v2", "GET", path)).as(path).isEqualTo(v2);
        }
        assertThat(shop.ask(from, "bookstore-v1", "POST", "/books-bought")).isEqualTo(other);
        assertThat(shop.ask(from, "bookstore-v1", "GET", "/update-books-bought"))
                .isEqualTo(other);
        assertThat(shop.ask(from, "bookwarehouse", "POST", "/restock-books")).isEqualTo(restock);
        assertThat(shop.ask(from, "bookwarehouse", "GET", "/restock-books")).isEqualTo(get);
        assertThat(shop.ask(from, "mysql", "GET", "/")).isEqualTo(mysql);
        Shop open = new Shop(true, TO_V1);
        for (String to : List.of("bookstore", "bookstore-v2", "bookwarehouse", "mysql")) {
            assertThat(open.ask(from, to, "PURGE", "/")).as(to).isEqualTo(Outcome.PERMISSIVE);
        }
    }

    @Test
    void bothHeadersAreNeeded() {
        Shop shop = new Shop(false, TO_V1);
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(), Map.of("client-app", "bookbuyer"), Map.of("user-agent", "x-http-client/1"))) {
            assertThat(shop.ask("bookbuyer", "bookstore-v1", new HttpRequest("GET", "/books-bought", headers)))
                    .as(headers.toString())
                    .isEqualTo(Outcome.NO_ROUTE);
        }
    }

    @Test
    void theThiefIsLetInByNameAndToTheFirstVersionOnly() {
        Shop shop = new Shop(false, alsoFor(account("bookthief", "bookthief"), TO_V1), TO_V2);
        assertThat(shop.ask("bookthief", "bookstore-v1", "GET", "/books-bought"))
                .as("it sends the buyer's header")
                .isEqualTo(Outcome.GRANTED);
        assertThat(shop.ask("bookthief", "bookstore-v2", "GET", "/books-bought"))
                .isEqualTo(Outcome.NO_TARGET);
    }

    @ParameterizedTest
    @CsvSource({
        "bookstore-v1: 100, , GRANTED, GRANTED",
        "bookstore-v1: 50, bookstore-v2: 50, GRANTED, PARTIAL",
        "bookstore-v1: 0, bookstore-v2: 100, GRANTED, NO_TARGET"
    })
    void splitsActOnAllClientsAndGrantNothing(String one, String other, Outcome buyer, Outcome thief) {
        String[] backends = other == null ? new String[] {one} : new String[] {one, other};
        Shop shop = new Shop(
                false,
                alsoFor(account("bookthief", "bookthief"), TO_V1),
                TO_V2,
                splitNamed("bookstore-split", "bookstore", "bookstore.bookstore", backends));
        assertThat(shop.ask("bookbuyer", "bookstore", "GET", "/buy-a-book/new")).isEqualTo(buyer);
        assertThat(shop.ask("bookthief", "bookstore", "GET", "/buy-a-book/new")).isEqualTo(thief);
    }

    @Test
    void withoutASplitTheRootServiceLeadsToBothVersions() {
        assertThat(new Shop(false, TO_V1, TO_V2).ask("bookbuyer", "bookstore", "GET", "/books-bought"))
                .isEqualTo(Outcome.GRANTED);
    }

    /** The walkthrough shows a target of another name than its file holds; applied both, their routes are one. */
    @Test
    void theSameTargetUnderTwoNamesDoesNoHarm() {
        Shop shop = new Shop(false, TO_V1, TO_V1.replace("{name: bookstore,", "{name: bookstore-v1,"));
        assertThat(shop.ask("bookbuyer", "bookstore-v1", "GET", "/books-bought"))
                .isEqualTo(Outcome.GRANTED);
    }

    @Test
    void theScriptsVariantLetsTheSecondVersionRestock() {
        String shops = APP.stream()
                .filter(text -> text.contains("bookstore-access-bookwarehouse"))
                .findFirst()
                .orElseThrow();
        Shop script = new Shop(
                false,
                APP.stream().filter(text -> !text.equals(shops)).toList(),
                alsoFor(account("bookstore-v2", "bookstore"), shops));
        assertThat(script.ask("bookstore-v2", "bookwarehouse", "POST", "/restock-books"))
                .isEqualTo(Outcome.GRANTED);
        assertThat(script.ask("bookstore", "bookwarehouse", "POST", "/restock-books"))
                .isEqualTo(Outcome.GRANTED);
    }

    /** The bookstore with some policies. */
    private record Shop(Mesh mesh) {

        Shop(boolean permissive, String... policies) {
            this(permissive, APP, policies);
        }

        Shop(boolean permissive, List<String> documents, String... policies) {
            this(mesh(permissive, documents, policies));
        }

        private static Mesh mesh(boolean permissive, List<String> documents, String... policies) {
            List<String> all = new ArrayList<>(documents);
            all.addAll(List.of(policies));
            Application application = app(all.toArray(String[]::new));
            return new Mesh(
                    application,
                    new PolicyReader(Dialect.DEFAULT).read(application),
                    new MeshMode(permissive, "test"),
                    "osm");
        }

        Outcome ask(String from, String to, String method, String path) {
            return ask(from, to, new HttpRequest(method, path, BUYER));
        }

        Outcome ask(String from, String to, HttpRequest request) {
            Service service = io.github.meshready.smi.TestManifests.service(mesh.application(), to);
            Connection connection = new Connection(
                    workload(mesh.application(), from), service, service.ports().get(0));
            return mesh.decide(connection, request).outcome();
        }
    }
}
