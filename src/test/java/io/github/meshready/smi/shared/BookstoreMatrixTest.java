package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.mesh.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix of OSM's documentation for its bookstore demo, decided from what was written for it. */
class BookstoreMatrixTest {

    private static final Map<String, String> BUYER =
            Map.of("user-agent", "Go-http-client/1.1", "client-app", "bookbuyer");
    private static final HttpRequest BOUGHT = new HttpRequest("GET", "/books-bought", BUYER);
    private static final HttpRequest BUY = new HttpRequest("GET", "/buy-a-book/new", Map.of());
    private static final HttpRequest RESTOCK = new HttpRequest("POST", "/restock-books", Map.of());

    private static final List<DeclaredCall> CALLS = List.of(
            new DeclaredCall("bookbuyer", "bookstore/bookstore", "14001"),
            new DeclaredCall("Deployment/bookstore/bookstore", "bookwarehouse/bookwarehouse", "14001"),
            new DeclaredCall("bookwarehouse", "bookwarehouse/mysql", "3306"));

    @TempDir
    private Path base;

    /** Their manifests say that they call; that they must not, as in OSM's documentation, only a person can say. */
    private static final List<DeclaredCall> FORBIDDEN =
            List.of(new DeclaredCall("bookthief", "", ""), new DeclaredCall("bookstore-v2", "bookwarehouse", ""));

    @Test
    void holdsWithTheDocumentationsPolicies() throws IOException {
        Path demo = SharedData.folder("corpus").resolve("osm-bookstore");
        Path policies = Files.copy(
                demo.resolve("reference-policy/access/traffic-access-v1.yaml"), base.resolve("policies.yaml"));
        Goals goals = new Goals(base, new Declarations(CALLS, FORBIDDEN));
        assertThat(goals.generate(List.of(demo.resolve("manifests"), policies))
                        .plan()
                        .policies()
                        .isEmpty())
                .as("the documentation's policies allow every call already")
                .isTrue();
        Mesh mesh = goals.verify().facts().mesh();

        assertThat(ask(mesh, "bookbuyer", "bookstore-v1", BOUGHT)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookbuyer", "bookstore-v1", BUY)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookbuyer", "bookstore-v2", BOUGHT)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookbuyer", "bookstore-v2", BUY)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookbuyer", "bookstore", BUY)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookbuyer", "bookstore-v1", new HttpRequest("GET", "/books-bought", Map.of())))
                .isEqualTo(Outcome.NO_ROUTE);
        assertThat(ask(mesh, "bookbuyer", "bookstore-v1", new HttpRequest("POST", "/books-bought", BUYER)))
                .isEqualTo(Outcome.NO_ROUTE);
        assertThat(ask(mesh, "bookbuyer", "bookstore-v1", new HttpRequest("GET", "/other", BUYER)))
                .isEqualTo(Outcome.NO_ROUTE);
        assertThat(ask(mesh, "bookstore", "bookwarehouse", RESTOCK)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookstore", "bookwarehouse", new HttpRequest("GET", "/restock-books", Map.of())))
                .isEqualTo(Outcome.NO_ROUTE);
        assertThat(ask(mesh, "bookstore-v2", "bookwarehouse", RESTOCK))
                .as("no source in the documentation's variant")
                .isEqualTo(Outcome.NO_TARGET);
        assertDeniedPairs(mesh);
    }

    @Test
    void holdsBetweenAccountsWithGeneratedPolicies() throws IOException {
        Path demo = SharedData.folder("corpus").resolve("osm-bookstore");
        Goals goals = new Goals(base, new Declarations(CALLS, FORBIDDEN));
        goals.generate(List.of(demo.resolve("manifests")));
        Mesh mesh = goals.verify().facts().mesh();
        assertThat(ask(mesh, "bookbuyer", "bookstore", BOUGHT)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookbuyer", "bookstore-v1", BUY)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookbuyer", "bookstore-v2", BUY)).isEqualTo(Outcome.GRANTED);
        assertThat(ask(mesh, "bookstore", "bookwarehouse", RESTOCK)).isEqualTo(Outcome.GRANTED);
        assertDeniedPairs(mesh);
    }

    private static void assertDeniedPairs(Mesh mesh) {
        for (String thief : List.of("bookthief", "bookwarehouse", "bookstore", "bookstore-v2")) {
            assertThat(ask(mesh, thief, "bookstore", BUY).verdict()).as(thief).isEqualTo(Verdict.DENIED);
        }
        for (String other : List.of("bookbuyer", "bookthief", "bookstore-v2")) {
            assertThat(ask(mesh, other, "bookwarehouse", RESTOCK).verdict())
                    .as(other)
                    .isEqualTo(Verdict.DENIED);
        }
        for (String other : List.of("bookbuyer", "bookthief", "bookstore", "bookstore-v2")) {
            assertThat(connect(mesh, other, "mysql").verdict()).as(other).isEqualTo(Verdict.DENIED);
        }
        assertThat(connect(mesh, "bookwarehouse", "mysql")).isEqualTo(Outcome.GRANTED);
    }

    private static Outcome ask(Mesh mesh, String from, String to, HttpRequest request) {
        Service service = service(mesh.application(), to);
        return mesh.decide(connection(mesh, from, service), request).outcome();
    }

    private static Outcome connect(Mesh mesh, String from, String to) {
        Service service = service(mesh.application(), to);
        return mesh.decide(connection(mesh, from, service)).outcome();
    }

    private static Connection connection(Mesh mesh, String from, Service service) {
        return new Connection(
                workload(mesh.application(), from), service, service.ports().get(0));
    }

    private static Workload workload(Application application, String name) {
        return application.workloads().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Service service(Application application, String name) {
        String namespace = name.equals("mysql") || name.equals("bookwarehouse") ? "bookwarehouse" : "bookstore";
        return application.service(new ObjectName(namespace, name)).orElseThrow();
    }
}
