package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.BaselineEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file of a baseline: an entry for each finding, sorted, so that a merge shows what came and went. Whatever it does not
 * have to hold is refused, because a baseline that is half read would hide or raise the wrong findings.
 */
public final class BaselineJson {

    private static final int VERSION = 1;
    private static final String CONTENT = "smi-baseline";

    /** Words near the start of every such file, by which it is known. */
    public static final String MARK = "\"content\": \"" + CONTENT + "\"";

    private static final Set<String> FIELDS = Set.of("fingerprint", "rule", "severity", "object", "message");

    private final String name;

    /** @param name the file as people know it */
    public BaselineJson(String name) {
        this.name = name;
    }

    /** The file, the same for the same findings. */
    public static byte[] bytes(Baseline baseline) throws IOException {
        return JsonText.of(json -> write(baseline, json));
    }

    private static void write(Baseline baseline, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("content", CONTENT);
        json.writeNumberField("version", VERSION);
        json.writeArrayFieldStart("findings");
        for (BaselineEntry entry : baseline.entries()) {
            json.writeStartObject();
            json.writeStringField("fingerprint", entry.fingerprint());
            json.writeStringField("rule", entry.rule());
            json.writeStringField("severity", entry.severity().toString());
            json.writeStringField("object", entry.object());
            json.writeStringField("message", entry.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** @throws InputException if it is no baseline of this version, as a whole */
    public Baseline read(byte[] bytes) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = factory.createParser(bytes)) {
            return read(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw problem(line, "is not readable as JSON: " + e.getOriginalMessage());
        }
    }

    private Baseline read(JsonParser json) throws IOException {
        List<BaselineEntry> entries = new ArrayList<>();
        Set<String> missing = new HashSet<>(Set.of("content", "version", "findings"));
        expect(json, json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            missing.remove(field);
            json.nextToken();
            switch (field) {
                case "content" -> expect(json, json.getText().equals(CONTENT));
                case "version" ->
                    expect(
                            json,
                            json.currentToken() == JsonToken.VALUE_NUMBER_INT
                                    && json.getText().equals(String.valueOf(VERSION)));
                case "findings" -> readFindings(json, entries);
                default -> expect(json, false);
            }
        }
        expect(json, missing.isEmpty() && json.nextToken() == null);
        return new Baseline(entries);
    }

    private void readFindings(JsonParser json, List<BaselineEntry> entries) throws IOException {
        expect(json, json.currentToken() == JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, json.currentToken() == JsonToken.START_OBJECT);
            Map<String, String> fields = new HashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                expect(json, FIELDS.contains(field) && json.nextToken() == JsonToken.VALUE_STRING);
                fields.put(field, json.getText());
            }
            expect(json, fields.keySet().equals(FIELDS));
            entries.add(new BaselineEntry(
                    fields.get("fingerprint"),
                    fields.get("rule"),
                    severity(json, fields.get("severity")),
                    fields.get("object"),
                    fields.get("message")));
        }
    }

    private Severity severity(JsonParser json, String text) {
        for (Severity severity : Severity.values()) {
            if (severity.toString().equals(text)) {
                return severity;
            }
        }
        expect(json, false);
        throw new IllegalStateException(); // not reached: what is expected is not so
    }

    private void expect(JsonParser json, boolean met) {
        if (!met) {
            throw problem(
                    json.currentLocation().getLineNr(), "holds something that a baseline of version 1 does not hold");
        }
    }

    private InputException problem(int line, String message) {
        return new InputException(new InputProblem(
                name + ":" + line,
                "the baseline " + Printable.line(message) + "; which findings are known cannot be told",
                "restore the file, or write it anew with -Dsmi.baseline=update and review the difference"));
    }
}
