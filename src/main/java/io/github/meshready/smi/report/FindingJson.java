package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.gate.BaselineEntry;
import io.github.meshready.smi.verify.gate.Judged;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.Suppression;
import io.github.meshready.smi.verify.gate.SuppressionUse;
import java.io.IOException;

/** The part of the report that says what is to be mended. */
final class FindingJson {

    private final Judgement judgement;
    private final JsonGenerator json;

    FindingJson(Judgement judgement, JsonGenerator json) {
        this.judgement = judgement;
        this.json = json;
    }

    void write() throws IOException {
        json.writeArrayFieldStart("findings");
        for (Judged judged : judgement.findings()) {
            Finding finding = judged.finding();
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("severity", finding.severity().toString());
            JsonFields.location(json, finding.location());
            json.writeStringField("object", finding.object());
            json.writeStringField("message", finding.message());
            json.writeStringField("consequence", finding.consequence());
            json.writeStringField("fix", finding.fix());
            if (!finding.snippet().isEmpty()) {
                json.writeStringField("snippet", String.join("\n", finding.snippet()));
            }
            json.writeStringField("fingerprint", judged.fingerprint());
            json.writeStringField("standing", judged.standing().toString());
            if (judged.suppression().isPresent()) {
                json.writeObjectFieldStart("suppression");
                suppression(judged.suppression().get());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        writeGate();
    }

    /** What hides findings, and whether it still does. */
    private void writeGate() throws IOException {
        json.writeObjectFieldStart("gate");
        json.writeBooleanField("failed", judgement.fails());
        json.writeNumberField("switchedOff", judgement.off().size());
        json.writeArrayFieldStart("suppressions");
        for (SuppressionUse use : judgement.suppressions()) {
            json.writeStartObject();
            json.writeStringField("rule", use.suppression().rule().text());
            json.writeStringField("object", use.suppression().object().text());
            suppression(use.suppression());
            json.writeBooleanField("expired", use.expired());
            json.writeNumberField("matches", use.matches());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (judgement.fixed().isPresent()) {
            json.writeArrayFieldStart("fixed");
            for (BaselineEntry entry : judgement.fixed().get()) {
                json.writeStartObject();
                json.writeStringField("fingerprint", entry.fingerprint());
                json.writeStringField("rule", entry.rule());
                json.writeStringField("object", entry.object());
                json.writeStringField("message", entry.message());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void suppression(Suppression suppression) throws IOException {
        json.writeStringField("reason", suppression.reason());
        if (suppression.until().isPresent()) {
            json.writeStringField("until", suppression.until().get().toString());
        }
        JsonFields.location(json, suppression.annotation());
    }
}
