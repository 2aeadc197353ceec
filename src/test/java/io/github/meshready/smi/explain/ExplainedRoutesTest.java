package io.github.meshready.smi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.RoutedShop;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.report.ExplainText;
import io.github.meshready.smi.verify.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an explanation says of the routes that let a call through. */
class ExplainedRoutesTest {

    @TempDir
    private Path base;

    private Facts facts;

    @BeforeEach
    void generate() throws IOException {
        facts = RoutedShop.in(base).verified().facts();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # from | to      | request              | the route behind the match that lets it through
            web    | catalog | GET /items/1         | GET /items/{id} (find), told by OpenAPI document api/catalog.yaml (api/catalog.yaml:4)
            admin  | catalog | DELETE /items/1?x=y  | DELETE /items/{id} (remove), told by OpenAPI document api/catalog.yaml (api/catalog.yaml:5)
            admin  | catalog | POST /items          | POST /items (add), told by OpenAPI document api/catalog.yaml (api/parts.yaml:2)
            web    | legacy  | GET /anything        | nothing tells the routes of Deployment/shop/legacy
            """)
    void namesTheRouteOfARequestAndWhatTellsIt(String from, String to, String request, String source) {
        Explanation explanation = explain(from, to, Optional.of(request(request, Map.of())));
        assertThat(explanation.decision().isAllowed()).isTrue();
        assertThat(topic("source", explanation)).containsExactly(source);
    }

    /** Both routes are for such a request; the program takes the one that is closer. */
    @Test
    void namesAllRoutesThatARequestMayBeMeantFor() {
        HttpRequest search = request("GET /items/search", Map.of("client-app", "web"));
        assertThat(topic("source", explain("web", "catalog", Optional.of(search))))
                .containsExactly(
                        "GET /items/{id} (find), told by OpenAPI document api/catalog.yaml (api/catalog.yaml:4)",
                        "GET /items/search (search), told by <routes>");
    }

    @Test
    void saysWhereAMatchIsWider() {
        String wider = RoutedShop.LONG_PATH.replaceAll("[{}]", "").replace("resource8/i", "else");
        Explanation explanation = explain("admin", "catalog", Optional.of(request("GET " + wider, Map.of())));
        assertThat(explanation.decision().isAllowed()).isTrue();
        assertThat(topic("widened", explanation)).singleElement().asString().contains("too large", "such as /r0/a/");
    }

    @Test
    void namesTheRoutesBehindEachMatchWhereNoRequestIsGiven() {
        Explanation explanation = explain("web", "catalog", Optional.empty());
        List<String> lines = new ExplainText(explanation).lines();
        int matches = topic("route", explanation).size();
        assertThat(matches).as("matches for web and for others").isGreaterThan(2);
        assertThat(topic("source", explanation))
                .as("of the matches that are for web")
                .contains(
                        "GET /items/{id} (find), told by OpenAPI document api/catalog.yaml (api/catalog.yaml:4)",
                        "GET /items/search (search), told by <routes>")
                .noneMatch(line -> line.contains("remove") || line.contains("deep"));
        assertThat(lines).contains("  uses       GET /items/{id}, GET /items/search (declared)");
    }

    @Test
    void saysWhereNothingTellsWhatTheCallerUses() {
        assertThat(topic("uses", explain("admin", "catalog", Optional.empty())))
                .containsExactly(
                        "nothing tells which routes; smi:generate gives the caller every route of shop/catalog");
        assertThat(topic("uses", explain("web", "legacy", Optional.empty()))).isEmpty();
    }

    private static HttpRequest request(String text, Map<String, String> headers) {
        String[] parts = text.split(" ");
        return new HttpRequest(parts[0], parts[1], headers);
    }

    private static List<String> topic(String topic, Explanation explanation) {
        return java.util.stream.Stream.concat(explanation.chain().stream(), explanation.evidence().stream())
                .filter(step -> step.topic().equals(topic))
                .map(Step::text)
                .toList();
    }

    private Explanation explain(String from, String to, Optional<HttpRequest> request) {
        Workload caller = facts.application().workloads().stream()
                .filter(workload -> workload.name().equals(from))
                .findFirst()
                .orElseThrow();
        Service service = facts.application().services().stream()
                .filter(each -> each.name().name().equals(to))
                .findFirst()
                .orElseThrow();
        Connection connection =
                new Connection(caller, service, service.tcpPorts().get(0));
        return Explainer.explain(facts, new Question(connection, request));
    }
}
