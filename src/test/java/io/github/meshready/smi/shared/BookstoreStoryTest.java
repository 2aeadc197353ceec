package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.explain.ExplainRequest;
import io.github.meshready.smi.explain.Explainer;
import io.github.meshready.smi.explain.Explanation;
import io.github.meshready.smi.explain.Matrix;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.report.ExplainText;
import io.github.meshready.smi.report.MatrixText;
import io.github.meshready.smi.verify.VerifyRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The story that OSM's documentation tells of its bookstore, told from its files as published. */
class BookstoreStoryTest {

    private static final String BUYER = "client-app: bookbuyer, user-agent: Go-http-client/1.1";

    private static final String DENIED = "traffic-access-v1.yaml";
    private static final String ALLOWED = "traffic-access-v1-allow-bookthief.yaml";

    @Test
    void theBuyerIsLetIn() {
        assertThat(explain(DENIED, "bookbuyer", "bookstore:14001", "GET /books-bought", BUYER))
                .startsWith(
                        "Deployment/bookbuyer/bookbuyer -> bookstore/bookstore:14001, GET /books-bought: allowed (granted)")
                .anyMatch(line ->
                        line.contains("TrafficTarget bookstore/bookstore lists account bookbuyer/bookbuyer; opens"
                                + " port 14001 (it names no TCPRoute, so every port)  (corpus/"))
                .anyMatch(line ->
                        line.contains("match books-bought (GET /books-bought, header user-agent: .*-http-client/*.*,"
                                + " header client-app: bookbuyer) matches; for bookbuyer/bookbuyer"))
                .noneMatch(line -> line.startsWith("  missing"));
    }

    @Test
    void withoutItsHeadersItGetsNoRoute() {
        assertThat(explain(DENIED, "bookbuyer", "bookstore-v1:14001", "GET /books-bought", "client-app: bookbuyer"))
                .startsWith(
                        "Deployment/bookbuyer/bookbuyer -> bookstore/bookstore-v1:14001, GET /books-bought: denied (no-route)")
                .anyMatch(line -> line.startsWith("  missing    match books-bought (")
                        && line.contains("comes nearest: header user-agent is missing"));
    }

    @Test
    void theThiefIsKeptOutAndWhy() {
        assertThat(explain(DENIED, "bookthief", "bookstore:14001", "GET /books-bought", BUYER))
                .startsWith(
                        "Deployment/bookthief/bookthief -> bookstore/bookstore:14001, GET /books-bought: denied (no-target)")
                .anyMatch(line -> line.startsWith("  missing    TrafficTarget bookstore/bookstore does not list account"
                        + " bookthief/bookthief among its sources: bookbuyer/bookbuyer  (corpus/"));
    }

    /** The walkthrough opens the first version only, and its root Service selects both. */
    @Test
    void letInTheThiefGetsOnlyPartOfTheBooks() {
        assertThat(explain(ALLOWED, "bookthief", "bookstore-v1:14001", "GET /books-bought", BUYER))
                .first()
                .asString()
                .endsWith(": allowed (granted)");
        assertThat(explain(ALLOWED, "bookthief", "bookstore-v2:14001", "GET /books-bought", BUYER))
                .first()
                .asString()
                .endsWith(": denied (no-target)");
    }

    @Test
    void theMatrixIsThatOfTheDocumentation() {
        Matrix matrix = (Matrix) new Explainer().answer(request(DENIED, "", "", "", ""));
        assertThat(new MatrixText(matrix).lines())
                .containsSequence(
                        "                                           1   2   3   4   5   6",
                        "  Deployment/bookbuyer/bookbuyer           o   o   o   .   .   .",
                        "  Deployment/bookstore/bookstore-v2        .   .   .   .   .   .",
                        "  Deployment/bookstore/bookstore           .   .   .   o   .   .",
                        "  Deployment/bookthief/bookthief           .   .   .   .   .   .",
                        "  Deployment/bookwarehouse/bookwarehouse   .   .   .   .   +   .");
    }

    private static List<String> explain(String policy, String from, String to, String request, String headers) {
        return new ExplainText((Explanation) new Explainer().answer(request(policy, from, to, request, headers)))
                .lines();
    }

    private static ExplainRequest request(String policy, String from, String to, String request, String headers) {
        Path demo = SharedData.folder("corpus").resolve("osm-bookstore");
        FileNames names = new FileNames(Path.of("..", "shared"));
        List<Path> places = List.of(
                demo.resolve("manifests"),
                demo.resolve("reference-policy/access").resolve(policy));
        return new ExplainRequest(
                new VerifyRequest(
                        ManifestReader.ofAnything(names).read(Inputs.of(places)).files(),
                        Settings.DEFAULT,
                        Declarations.NONE,
                        Set.of(),
                        names),
                from,
                to,
                request,
                headers);
    }
}
