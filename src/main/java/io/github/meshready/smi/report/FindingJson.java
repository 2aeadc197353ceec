package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.verify.Finding;
import java.io.IOException;
import java.util.List;

/** The part of the report that says what is to be mended. */
final class FindingJson {

    private final List<Finding> findings;
    private final JsonGenerator json;

    FindingJson(List<Finding> findings, JsonGenerator json) {
        this.findings = findings;
        this.json = json;
    }

    void write() throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
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
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
