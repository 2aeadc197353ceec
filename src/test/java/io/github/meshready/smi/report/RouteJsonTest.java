package io.github.meshready.smi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.meshready.smi.RoutedShop;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.call.RouteBook.Use;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSource;
import io.github.meshready.smi.route.RouteText;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.verify.gate.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteJsonTest {

    @TempDir
    private Path base;

    private RoutedShop shop;

    @BeforeEach
    void generate() throws IOException {
        shop = RoutedShop.in(base);
    }

    @Test
    void namesEachRouteOfAServiceAndWhatTellsIt() throws IOException {
        JsonNode routes = service(report(shop), "catalog");
        assertThat(routes.at("/known").asBoolean()).isTrue();
        assertThat(routes.at("/everyPath").asBoolean()).isFalse();
        assertThat(lines(routes.at("/sources")))
                .containsExactly("{\"kind\":\"pom\"}", "{\"kind\":\"openapi\",\"file\":\"api/catalog.yaml\"}");
        assertThat(lines(routes.at("/served")))
                .contains(
                        "{\"name\":\"add\",\"methods\":[\"POST\"],\"path\":\"/items\",\"headers\":{},"
                                + "\"source\":{\"kind\":\"openapi\",\"file\":\"api/catalog.yaml\"},\"place\":\"api/parts.yaml:2\"}",
                        "{\"name\":\"search\",\"methods\":[\"GET\"],\"path\":\"/items/search\","
                                + "\"headers\":{\"client-app\":\"web\"},\"source\":{\"kind\":\"pom\"},\"place\":\"<route> GET /items/search\"}");
        assertThat(routes.at("/served").findValuesAsText("path"))
                .containsExactly("/items", "/items/search", "/items/{id}", "/items/{id}", RoutedShop.LONG_PATH);
        assertThat(routes.at("/notCovered")).isEmpty();
        assertThat(routes.at("/untold")).isEmpty();
    }

    @Test
    void tellsWhatIsWidenedAndWhy() throws IOException {
        JsonNode widened = service(report(shop), "catalog").at("/widened");
        assertThat(widened).hasSize(1);
        assertThat(widened.at("/0/group").asText()).isEqualTo("shop/catalog-routes");
        assertThat(widened.at("/0/pathRegex").asText()).startsWith("^/r0/").endsWith("/[!-~]*$");
        assertThat(widened.at("/0/why/0").asText())
                .contains(
                        "would refuse an expression for " + RoutedShop.LONG_PATH + " as too large", ", such as /r0/a/");
        assertThat(widened.at("/0/file").asText()).isEqualTo("target/smi/90-policies.yaml");
        assertThat(shop.result().plan().policies().notes())
                .as("what smi:generate warns of")
                .anyMatch(note -> note.endsWith(widened.at("/0/why/0").asText()));
    }

    @Test
    void tellsWhoseRoutesAreNotKnown() throws IOException {
        JsonNode report = report(shop);
        JsonNode legacy = service(report, "legacy");
        assertThat(legacy.at("/known").asBoolean()).isFalse();
        assertThat(legacy.at("/everyPath").asBoolean()).isTrue();
        assertThat(legacy.at("/sources")).isEmpty();
        assertThat(legacy.at("/untold/0").asText()).isEqualTo("Deployment/shop/legacy");
        assertThat(service(report, "db").isMissingNode()).as("no HTTP").isTrue();
    }

    @Test
    void tellsWhichRoutesACallUsesAndHowThatIsKnown() throws IOException {
        JsonNode calls = report(shop).at("/calls");
        JsonNode admin = call(calls, "Deployment/shop/admin", "shop/catalog");
        assertThat(admin.toString()).isEqualTo("{\"known\":false}");
        JsonNode web = call(calls, "Deployment/shop/web", "shop/catalog");
        assertThat(web.at("/known").asBoolean()).isTrue();
        assertThat(web.at("/source").asText()).isEqualTo("declared");
        assertThat(web.at("/used").findValuesAsText("path")).containsExactly("/items/search", "/items/{id}");
        assertThat(web.at("/used/1/place").asText()).isEqualTo("api/catalog.yaml:4");
    }

    @Test
    void namesModulesAndWhatTheirClassesDoNotTell() throws IOException {
        HttpRoute find = RouteText.read("GET /items").from(new RouteSource(RouteSource.Kind.CLASSES, "catalog"));
        HttpRoute rpc = RouteText.read("POST /a.B/C").from(new RouteSource(RouteSource.Kind.PROTO, "legacy"));
        Workload web = workload("web");
        RouteBook book = new RouteBook(
                Map.of(
                        workload("catalog"),
                        new ServedRoutes("classes of module catalog", List.of(find), List.of("Servlet in shop.B", "A")),
                        workload("legacy"),
                        new ServedRoutes("protocol files of module legacy", List.of(rpc), List.of())),
                Map.of(
                        new Use(
                                web,
                                shop.verified().facts().graph().calls().stream()
                                        .filter(call -> call.source().equals(web))
                                        .filter(call ->
                                                call.service().name().name().equals("catalog"))
                                        .findFirst()
                                        .orElseThrow()
                                        .service()),
                        new UsedRoutes("client shop.web.Catalog", List.of(find))),
                List.of());
        JsonNode report = report(shop.with(book));
        JsonNode catalog = service(report, "catalog");
        assertThat(lines(catalog.at("/sources"))).containsExactly("{\"kind\":\"classes\",\"module\":\"catalog\"}");
        assertThat(lines(catalog.at("/notCovered"))).containsExactly("\"A\"", "\"Servlet in shop.B\"");
        assertThat(lines(service(report, "legacy").at("/sources")))
                .containsExactly("{\"kind\":\"proto\",\"module\":\"legacy\"}");
        assertThat(call(report.at("/calls"), "Deployment/shop/web", "shop/catalog")
                        .at("/source")
                        .asText())
                .isEqualTo("client shop.web.Catalog");
    }

    private Workload workload(String name) {
        return shop.verified().facts().application().workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode service(JsonNode report, String name) {
        for (JsonNode service : report.at("/services")) {
            if (service.at("/name").asText().equals(name)) {
                return service.at("/routes");
            }
        }
        throw new AssertionError(name);
    }

    private static JsonNode call(JsonNode calls, String source, String destination) {
        for (JsonNode call : calls) {
            if (call.at("/source").asText().equals(source)
                    && call.at("/destination").asText().equals(destination)) {
                return call.at("/routes");
            }
        }
        throw new AssertionError(source);
    }

    private static List<String> lines(JsonNode nodes) {
        return nodes.valueStream().map(JsonNode::toString).toList();
    }

    /** The report, after it was held against its schema. */
    private static JsonNode report(RoutedShop shop) throws IOException {
        MeshJson json = new MeshJson("generate", List.of("app.yaml"), List.of(), Judgement.of(shop.verified()));
        String text = new String(json.bytes(), StandardCharsets.UTF_8);
        try (InputStream schema = MeshJson.class.getResourceAsStream("/META-INF/smi/mesh-1.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(text, InputFormat.JSON))
                    .isEmpty();
        }
        return new ObjectMapper().readTree(text);
    }
}
