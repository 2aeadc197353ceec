package io.github.meshready.smi.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SarifReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rules and fingerprints are looked at by tests of their own. */
    @Test
    void writesEveryFindingWithItsPlaceAndStanding() throws IOException {
        JsonNode report = JSON.readTree(text(Judgements.mixed()));
        ((ObjectNode) report.at("/runs/0/tool/driver")).put("rules", "RULES");
        for (JsonNode result : report.at("/runs/0/results")) {
            ObjectNode fingerprints = (ObjectNode) result.get("partialFingerprints");
            assertThat(fingerprints.get("smiFinding/v1").asText()).matches("[0-9a-f]{32}");
            fingerprints.put("smiFinding/v1", "FINGERPRINT");
        }
        try (InputStream golden = SarifReportTest.class.getResourceAsStream("mixed.sarif")) {
            assertThat(report.toPrettyString()).isEqualTo(JSON.readTree(golden).toPrettyString());
        }
    }

    @Test
    void isValidWhateverManifestsHold() throws IOException {
        try (InputStream schema = SarifReportTest.class.getResourceAsStream("sarif-2.1.0-subset.schema.json")) {
            Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
            for (Judgement judgement : new Judgement[] {
                Judgements.mixed(), Judgements.of(), Judgements.of(Judgements.hostile(Severity.INFO))
            }) {
                assertThat(validator.validate(text(judgement), InputFormat.JSON))
                        .isEmpty();
            }
            assertThat(validator.validate(
                            text(Judgements.mixed()).replace("app/k8s/shop.yaml", "/home/x/shop.yaml"),
                            InputFormat.JSON))
                    .as("the schema refuses something")
                    .isNotEmpty();
        }
    }

    @Test
    void describesEveryRuleAndShowsThePagesOfThoseThatAreBroken() throws IOException {
        RuleIds all = new RuleIds(Rules.all());
        JsonNode rules = JSON.readTree(
                        new SarifReport(Judgements.of(Judgements.OPEN, Judgements.UNPLACED), all, Judgements.PLACES)
                                .bytes())
                .at("/runs/0/tool/driver/rules");
        assertThat(rules.findValuesAsText("id")).containsExactlyElementsOf(all.all());
        for (JsonNode rule : rules) {
            String id = rule.get("id").asText();
            assertThat(rule.at("/shortDescription/text").asText()).as(id).isNotBlank();
            assertThat(rule.at("/fullDescription/text").asText()).as(id).hasSizeGreaterThan(20);
            assertThat(rule.at("/helpUri").asText()).endsWith("/META-INF/smi/rules/" + id + ".md");
            assertThat(rule.at("/defaultConfiguration/level").asText()).as(id).isIn("error", "warning", "note");
            assertThat(rule.has("help")).isEqualTo(id.equals("SMI-TT-05") || id.equals("SMI-CALL-01"));
        }
        JsonNode broken = rules.get(all.all().indexOf("SMI-TT-05"));
        assertThat(broken.at("/shortDescription/text").asText()).isEqualTo("HTTP rule without matches");
        assertThat(broken.at("/fullDescription/text").asText())
                .startsWith("The SMI specification says that a rule without `matches` allows")
                .endsWith("every request gets 404.");
        assertThat(broken.at("/help/markdown").asText())
                .startsWith("# SMI-TT-05: ")
                .contains("## Fix\n");
    }

    @Test
    void hasResultsThoughThereAreNone() throws IOException {
        JsonNode results = JSON.readTree(text(Judgements.of())).at("/runs/0/results");
        assertThat(results.isArray()).isTrue();
        assertThat(results).isEmpty();
    }

    @Test
    void makesNoLinksOfValues() throws IOException {
        String message = JSON.readTree(text(Judgements.of(Judgements.hostile(Severity.ERROR))))
                .at("/runs/0/results/0/message/text")
                .asText();
        assertThat(message).doesNotContain("[x](", " {0}", "\u001b", "##vso[").contains("[x\\](http", " {{0}");
        assertThat(message.lines()).as("what, and the fix").hasSize(2);
    }

    @Test
    void isTheSameEveryTimeAndSaysNothingOfTheMachine() throws IOException {
        String text = text(Judgements.mixed());
        assertThat(text)
                .isEqualTo(text(Judgements.mixed()))
                .doesNotContain(System.getProperty("user.dir"), "\r")
                .endsWith("}\n");
        assertThat(text.substring(0, 200)).contains(SarifReport.MARK);
    }

    @Test
    void leavesOutThePlaceWhereThereIsNone() throws IOException {
        Judgement judgement = Judgements.of(Judgements.UNPLACED);
        byte[] bytes = new SarifReport(judgement, Judgements.ids(), new Places("", Optional.empty())).bytes();
        assertThat(JSON.readTree(bytes).at("/runs/0/results/0/locations/0").properties().stream()
                        .map(java.util.Map.Entry::getKey))
                .containsExactly("logicalLocations");
    }

    private static String text(Judgement judgement) throws IOException {
        return new String(
                new SarifReport(judgement, Judgements.ids(), Judgements.PLACES).bytes(), StandardCharsets.UTF_8);
    }
}
