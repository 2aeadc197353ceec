package io.github.meshready.smi.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.report.JsonText;
import io.github.meshready.smi.verify.RulePage;
import io.github.meshready.smi.verify.gate.Judged;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.RuleIds;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings as SARIF 2.1.0, for GitHub code scanning, Azure DevOps and editors. */
public final class SarifReport {

    private static final String TOOL = "smi-maven-plugin";

    /** Words near the start of every such file, by which it is known. */
    public static final String MARK = "\"name\": \"" + TOOL + "\"";

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Judgement judgement;
    private final RuleIds rules;
    private final Places places;

    public SarifReport(Judgement judgement, RuleIds rules, Places places) {
        this.judgement = judgement;
        this.rules = rules;
        this.places = places;
    }

    /** The file, the same on every machine. */
    public byte[] bytes() throws IOException {
        return JsonText.of(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", TOOL);
        json.writeStringField("informationUri", "https://github.com/meshready/smi-maven-plugin");
        writeRules(json);
        json.writeEndObject();
        json.writeEndObject();
        // One category for each module: GitHub refuses two runs of one category for one commit.
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "smi-verify/" + places.module());
        json.writeEndObject();
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart(SarifResult.ROOT);
        text(json, "description", "The repository's folder.");
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        List<String> ids = rules.all();
        for (Judged judged : judgement.findings()) {
            new SarifResult(
                            judged,
                            ids.indexOf(judged.finding().rule()),
                            judgement.fixed().isPresent(),
                            places)
                    .write(json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Every rule with its title, as all were checked; those that were broken with their page. */
    private void writeRules(JsonGenerator json) throws IOException {
        Set<String> broken = judgement.findings().stream()
                .map(judged -> judged.finding().rule())
                .collect(Collectors.toSet());
        json.writeArrayFieldStart("rules");
        for (String id : rules.all()) {
            RulePage page = RulePage.of(id);
            json.writeStartObject();
            json.writeStringField("id", id);
            text(json, "shortDescription", page.title());
            text(json, "fullDescription", page.summary());
            json.writeStringField("helpUri", page.url());
            if (broken.contains(id)) {
                json.writeObjectFieldStart("help");
                json.writeStringField("text", page.title() + ": " + page.url());
                json.writeStringField("markdown", page.markdown());
                json.writeEndObject();
            }
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", SarifResult.level(page.severity().orElse("error")));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
