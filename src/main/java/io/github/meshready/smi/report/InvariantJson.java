package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.verify.invariant.Counterexample;
import io.github.meshready.smi.verify.invariant.Hop;
import io.github.meshready.smi.verify.invariant.InvariantResult;
import java.io.IOException;
import java.util.List;

/** The part of the report that says which invariants hold, and what speaks against the others; absent without any. */
final class InvariantJson {

    private final List<InvariantResult> results;
    private final JsonGenerator json;

    InvariantJson(List<InvariantResult> results, JsonGenerator json) {
        this.results = results;
        this.json = json;
    }

    void write() throws IOException {
        if (results.isEmpty()) {
            return;
        }
        long proved = results.stream().filter(InvariantResult::isProved).count();
        json.writeObjectFieldStart("invariants");
        json.writeNumberField("proved", proved);
        json.writeNumberField("notProved", results.size() - proved);
        json.writeArrayFieldStart("all");
        for (InvariantResult result : results) {
            json.writeStartObject();
            json.writeStringField("invariant", result.invariant().toString());
            json.writeBooleanField("proved", result.isProved());
            json.writeArrayFieldStart("counterexamples");
            for (Counterexample example : result.counterexamples()) {
                json.writeStartArray();
                for (Hop hop : example.hops()) {
                    writeHop(hop);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeHop(Hop hop) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", hop.from().toString());
        json.writeStringField("to", hop.to().toString());
        json.writeStringField("at", hop.at());
        json.writeStringField("passes", hop.sent());
        json.writeStringField("reason", hop.reason());
        json.writeBooleanField("certain", hop.isCertain());
        json.writeStringField("object", hop.cause().object());
        JsonFields.location(json, hop.cause().place());
        json.writeEndObject();
    }
}
