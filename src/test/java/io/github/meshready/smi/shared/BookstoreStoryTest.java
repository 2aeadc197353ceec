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
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /**
     * The thief is meant to be kept out; the rest is what the walkthrough does not say of itself. That the warehouse calls
     * mysql stands in its code alone.
     */
    @Test
    void theGateTellsTheStoryAndWhatTheWalkthroughGetsWrong() {
        List<String> always = List.of(
                "SMI-CALL-01 error Deployment bookstore/bookstore-v2",
                "SMI-CALL-02 error TrafficTarget bookwarehouse/mysql",
                "SMI-NS-01 warning Deployment bookbuyer/bookbuyer",
                "SMI-NS-01 warning Deployment bookstore/bookstore-v2",
                "SMI-NS-01 warning Deployment bookthief/bookthief",
                "SMI-NS-01 warning Deployment bookwarehouse/bookwarehouse",
                "SMI-NS-01 warning Deployment tcp-demo/tcp-echo",
                "SMI-PROTO-05 warning Service bookwarehouse/mysql",
                "SMI-HTTP-13 info HTTPRouteGroup bookwarehouse/bookwarehouse-service-routes");
        assertThat(shown(findings("access/" + DENIED)))
                .containsExactlyInAnyOrderElementsOf(with(always, "SMI-CALL-01 error Deployment bookthief/bookthief"));
        assertThat(shown(findings("access/" + ALLOWED)))
                .containsExactlyInAnyOrderElementsOf(with(always, "SMI-ID-05 warning Service bookstore/bookstore"));
        assertThat(shown(findings("access/" + ALLOWED, "split/traffic-split-50-50.yaml")))
                .containsExactlyInAnyOrderElementsOf(with(
                        always,
                        "SMI-CALL-01 error Deployment bookthief/bookthief",
                        "SMI-SPLIT-07 error TrafficSplit bookstore/bookstore-split"));
    }

    @Test
    void whatItGetsWrongIsSaidInWords() {
        assertThat(findings("access/" + DENIED, "split/traffic-split-50-50.yaml"))
                .map(finding -> finding.message() + ": " + finding.consequence())
                .anyMatch(text -> text.startsWith("its call bookthief/bookthief -> bookstore/bookstore:14001 http (env"
                        + " BOOKSTORE_SVC) is denied: "))
                .as("it opens the warehouse for the first version only")
                .anyMatch(text -> text.startsWith(
                                "its call bookstore/bookstore-v2 -> bookwarehouse/bookwarehouse:14001 http")
                        && text.contains(" is denied: no TrafficTarget lets account bookstore/bookstore-v2 call"))
                .as("it marks the port of a server that speaks first as tcp")
                .anyMatch(text -> text.startsWith("port 3306 is marked tcp") && text.contains("waits 15 seconds"))
                .as("it has the namespaces onboarded by hand")
                .anyMatch(text -> text.startsWith("no manifest defines namespace bookstore: "));
        assertThat(findings("access/" + ALLOWED, "split/traffic-split-50-50.yaml"))
                .map(finding -> finding.message() + ": " + finding.consequence())
                .as("it lets the thief in to one version, and sends it to both")
                .anyMatch(text -> text.startsWith("its call bookthief/bookthief -> bookstore/bookstore:14001 http (env"
                        + " BOOKSTORE_SVC) is broken: a part of the calls fails, at backend bookstore/bookstore-v2 of"
                        + " TrafficSplit bookstore/bookstore-split"));
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " " + finding.severity() + " " + finding.object())
                .toList();
    }

    private static List<Finding> findings(String... policies) {
        return new Verifier(Rules.all()).verify(manifests(policies)).findings();
    }

    private static List<String> explain(String policy, String from, String to, String request, String headers) {
        return new ExplainText((Explanation) new Explainer().answer(request(policy, from, to, request, headers)))
                .lines();
    }

    private static ExplainRequest request(String policy, String from, String to, String request, String headers) {
        return new ExplainRequest(manifests("access/" + policy), from, to, request, headers);
    }

    /** The applications with some of the policies that the documentation applies. */
    private static VerifyRequest manifests(String... policies) {
        Path demo = SharedData.folder("corpus").resolve("osm-bookstore");
        FileNames names = new FileNames(Path.of("..", "shared"));
        List<Path> places = new ArrayList<>(List.of(demo.resolve("manifests")));
        for (String policy : policies) {
            places.add(demo.resolve("reference-policy").resolve(policy));
        }
        return new VerifyRequest(
                ManifestReader.ofAnything(names).read(Inputs.of(places)).files(),
                Settings.DEFAULT,
                Declarations.NONE,
                Set.of(),
                names);
    }
}
