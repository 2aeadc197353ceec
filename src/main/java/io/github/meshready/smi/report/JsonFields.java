package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.manifest.Location;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Fields that several parts of the report have. */
final class JsonFields {

    private JsonFields() {}

    static void location(JsonGenerator json, Optional<Location> location) throws IOException {
        if (location.isPresent()) {
            location(json, location.get());
        }
    }

    static void location(JsonGenerator json, Location location) throws IOException {
        json.writeStringField("file", location.file());
        json.writeNumberField("line", location.line());
        json.writeNumberField("column", location.column());
    }

    static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
