package io.github.meshready.smi.report;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.SkippedFile;
import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.FailOn;
import io.github.meshready.smi.verify.gate.Gate;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.gate.SeverityRule;
import io.github.meshready.smi.verify.gate.Suppression;
import io.github.meshready.smi.verify.invariant.Invariant;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeshJsonTest {

    private static final String[] APP = {
        namespace("a"),
        account("a", "web"),
        deployment(
                "a",
                "web",
                "env: [{name: API, value: 'http://u:SENTINEL@api:80/'}, {name: UPSTREAM_X, value: db}, {name: OUT, value: 'https://example.com'}]"),
        deployment("a", "api", "ports: [{name: h, containerPort: 8080}]"),
        deployment("a", "db"),
        deployment("b", "shy", env("API", "http://api.a"))
                .replace(
                        "metadata: {labels: {app: shy}}",
                        "metadata: {labels: {app: shy}, annotations: {openservicemesh.io/sidecar-injection: 'no'}}"),
        service("a", "api", "{port: 80, targetPort: h}"),
        service("a", "db", "{port: 5432}"),
        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}")
    };

    @Test
    void holdsToItsSchema() throws IOException {
        String report = report("verify");
        try (InputStream schema = MeshJson.class.getResourceAsStream("/META-INF/smi/mesh-1.schema.json")) {
            Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
            assertThat(validator.validate(report, InputFormat.JSON)).isEmpty();
            assertThat(validator.validate("{\"version\": 1}", InputFormat.JSON))
                    .as("the schema asks for something")
                    .isNotEmpty();
        }
    }

    @Test
    void tellsEverythingThatIsKnown() throws IOException {
        JsonNode report = new ObjectMapper().readTree(report("verify"));
        assertThat(report.at("/version").asInt()).isEqualTo(1);
        assertThat(report.at("/mesh/permissive").asBoolean()).isFalse();
        assertThat(report.at("/inputs/skipped/0/reason").asText()).isEqualTo("because");
        assertThat(report.at("/workloads").findValuesAsText("id"))
                .containsExactly("Deployment/a/api", "Deployment/a/db", "Deployment/a/web", "Deployment/b/shy");
        assertThat(report.at("/workloads/3/sidecarReason").asText())
                .isEqualTo("its pods are annotated against injection");
        assertThat(report.at("/accounts").findValuesAsText("name")).containsExactly("api", "db", "web", "shy");
        assertThat(report.at("/accounts/2/declared").asBoolean()).isTrue();
        assertThat(report.at("/services/0/ports/0/targetPorts/0").asInt()).isEqualTo(8080);
        assertThat(report.at("/services/1/ports/0/protocol").asText()).isEqualTo("tcp-server-first");
        assertThat(report.at("/services/1/ports/0/meshProtocol").asText()).isEqualTo("http");
        assertThat(report.at("/calls").findValuesAsText("status"))
                .containsExactly("granted", "granted", "suggested", "ignored");
        assertThat(report.at("/calls/1/evidence/0/key").asText()).isEqualTo("API");
        assertThat(report.at("/calls/1/evidence/0/file").asText()).isEqualTo("k8s/app.yaml");
        assertThat(report.at("/unresolved/0/reason").asText()).isEqualTo("external");
        assertThat(report.at("/policies/0/name").asText()).isEqualTo("t");
        assertThat(report.at("/decisions").findValuesAsText("outcome")).containsExactly("no-target", "no-route");
        assertThat(report.at("/findings").findValuesAsText("rule"))
                .contains("SMI-CALL-01", "SMI-TT-08", "SMI-PROTO-01");
    }

    @Test
    void tellsWhichInvariantsHold() throws IOException {
        Invariant broken = new Invariant.NoPath(new Invariant.Ends(List.of("*"), List.of("shy"), List.of()));
        Invariant kept = new Invariant.Deny(new Invariant.Ends(List.of("web"), List.of("db"), List.of()));
        VerifyResult result = new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        List.of(TestManifests.file(String.join("---\n", APP))),
                        Settings.DEFAULT,
                        Declarations.NONE,
                        Set.of(),
                        new FileNames(Path.of("")),
                        List.of(broken, kept)));
        String text = text("verify", Judgement.of(result));
        try (InputStream schema = MeshJson.class.getResourceAsStream("/META-INF/smi/mesh-1.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(text, InputFormat.JSON))
                    .isEmpty();
        }
        JsonNode invariants = new ObjectMapper().readTree(text).at("/invariants");
        assertThat(invariants.at("/proved").asInt()).isEqualTo(1);
        assertThat(invariants.at("/notProved").asInt()).isEqualTo(1);
        assertThat(invariants.at("/all").findValuesAsText("invariant"))
                .containsExactly("no path from * to shy", "deny from web to db");
        assertThat(invariants.at("/all/0/counterexamples/0/0/object").asText()).isEqualTo("Deployment b/shy");
        assertThat(invariants.at("/all/1/counterexamples")).isEmpty();
        assertThat(new VerifyText(Judgement.of(result)).lines()).contains("Invariants: 1 proved, 1 not");
        assertThat(new ObjectMapper().readTree(report("verify")).has("invariants"))
                .isFalse();
    }

    @Test
    void tellsWhatHidesFindings() throws IOException {
        VerifyResult result = result();
        Judgement all = Judgement.of(result);
        Optional<Location> annotation = Optional.of(new Location("k8s/app.yaml", 3, 4));
        GateSettings settings = new GateSettings(
                new RuleIds(Rules.all()),
                List.of(new SeverityRule(new Wildcard("SMI-TT-08"), Wildcard.ANY, Optional.empty())),
                List.of(
                        suppression("SMI-CALL-*", Optional.of(LocalDate.of(2027, 1, 31)), annotation),
                        suppression("SMI-SPLIT-01", Optional.of(LocalDate.of(2026, 1, 31)), Optional.empty())),
                false,
                LocalDate.of(2026, 11, 23),
                FailOn.ERROR);
        Finding gone = new Finding(
                "SMI-POD-02", Severity.ERROR, Optional.empty(), "Job a/gone", "never ends", "c", "f", List.of());
        List<Finding> before =
                Stream.concat(all.open().stream(), Stream.of(gone)).toList();
        Baseline baseline = Baseline.of(Judgement.of(new VerifyResult(result.facts(), before)));
        String text = text("verify", new Gate(settings).judge(result, Optional.of(baseline)));
        try (InputStream schema = MeshJson.class.getResourceAsStream("/META-INF/smi/mesh-1.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(text, InputFormat.JSON))
                    .isEmpty();
        }
        JsonNode report = new ObjectMapper().readTree(text);
        assertThat(report.at("/findings").findValuesAsText("standing"))
                .contains("known", "suppressed")
                .doesNotContain("open");
        assertThat(report.at("/findings").findValuesAsText("rule")).doesNotContain("SMI-TT-08");
        assertThat(report.at("/gate/failed").asBoolean()).isFalse();
        assertThat(report.at("/gate/switchedOff").asInt()).isEqualTo(1);
        assertThat(report.at("/gate/suppressions/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/gate/suppressions/1/expired").asBoolean()).isTrue();
        assertThat(report.at("/gate/suppressions/1/matches").asInt()).isZero();
        assertThat(report.at("/gate/fixed").findValuesAsText("object")).containsExactly("Job a/gone");
    }

    private static Suppression suppression(String rule, Optional<LocalDate> until, Optional<Location> annotation) {
        String object = annotation.isPresent() ? "Deployment a/web" : "*";
        return new Suppression(new Wildcard(rule), new Wildcard(object), "because", until, annotation);
    }

    @Test
    void isTheSameEveryTimeAndHoldsNoCredentials() throws IOException {
        assertThat(report("generate"))
                .isEqualTo(report("generate"))
                .doesNotContain("SENTINEL")
                .doesNotContain("\r")
                .endsWith("}\n");
    }

    private static String report(String goal) throws IOException {
        return text(goal, Judgement.of(result()));
    }

    private static VerifyResult result() {
        Declarations declarations =
                new Declarations(List.of(new DeclaredCall("web", "db", "")), List.of(new DeclaredCall("shy", "", "")));
        Declarations ignoring = new Declarations(List.of(new DeclaredCall("api", "db", "")), declarations.ignored());
        return new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        List.of(TestManifests.file(String.join("---\n", APP))),
                        Settings.DEFAULT,
                        ignoring,
                        Set.of(),
                        new FileNames(Path.of(""))));
    }

    private static String text(String goal, Judgement judgement) throws IOException {
        List<SkippedFile> skipped = List.of(new SkippedFile("k8s/x.yaml", "because"));
        return new String(
                new MeshJson(goal, List.of("k8s/app.yaml"), skipped, judgement).bytes(), StandardCharsets.UTF_8);
    }
}
