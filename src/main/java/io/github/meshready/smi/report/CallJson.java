package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.Evidence;
import io.github.meshready.smi.call.IgnoredCall;
import io.github.meshready.smi.call.Unresolved;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import java.io.IOException;
import java.util.List;

/** The part of the report that says who calls whom, and what the mesh does with each call. */
final class CallJson {

    private static final String GRANTED = "granted";

    private final Facts facts;
    private final JsonGenerator json;
    private final RouteJson routes;

    CallJson(Facts facts, RouteJson routes, JsonGenerator json) {
        this.facts = facts;
        this.json = json;
        this.routes = routes;
    }

    void write() throws IOException {
        json.writeArrayFieldStart("calls");
        writeCalls(facts.graph().calls(), GRANTED);
        writeCalls(facts.graph().suggestions(), "suggested");
        writeCalls(facts.graph().ignored().stream().map(IgnoredCall::call).toList(), "ignored");
        json.writeEndArray();
        json.writeArrayFieldStart("unresolved");
        for (Unresolved unresolved : facts.graph().unresolved()) {
            json.writeStartObject();
            json.writeStringField("source", unresolved.source().id());
            json.writeStringField("address", unresolved.address().toString());
            json.writeStringField("reason", unresolved.reason().toString());
            json.writeStringField("explanation", unresolved.explanation());
            json.writeFieldName("evidence");
            writeEvidence(unresolved.evidence());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("decisions");
        for (CallDecision decision : facts.decisions()) {
            writeDecision(decision);
        }
        json.writeEndArray();
    }

    private void writeCalls(List<Call> calls, String status) throws IOException {
        for (Call call : calls) {
            json.writeStartObject();
            writeEnds(call);
            json.writeStringField("protocol", call.protocol().toString());
            json.writeStringField("confidence", call.confidence().toString());
            json.writeStringField("status", status);
            json.writeArrayFieldStart("evidence");
            for (Evidence evidence : call.evidence()) {
                writeEvidence(evidence);
            }
            json.writeEndArray();
            if (status.equals(GRANTED)) {
                routes.write(call);
            }
            json.writeEndObject();
        }
    }

    private void writeEnds(Call call) throws IOException {
        json.writeStringField("source", call.source().id());
        json.writeStringField("destination", call.service().name().toString());
        json.writeNumberField("port", call.port().number());
    }

    private void writeEvidence(Evidence evidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("place", evidence.place().toString());
        json.writeStringField("key", evidence.key());
        json.writeStringField("container", evidence.container());
        json.writeBooleanField("init", evidence.init());
        json.writeStringField("address", evidence.address());
        json.writeStringField("origin", evidence.origin());
        JsonFields.location(json, evidence.location());
        json.writeEndObject();
    }

    private void writeDecision(CallDecision decided) throws IOException {
        json.writeStartObject();
        writeEnds(decided.call());
        json.writeStringField("verdict", decided.decision().verdict().toString());
        json.writeStringField("outcome", decided.decision().outcome().toString());
        json.writeStringField("reason", decided.decision().reason());
        JsonFields.texts(
                json,
                "decidedBy",
                decided.decision().decidedBy().stream().map(Location::toString).toList());
        json.writeEndObject();
    }
}
