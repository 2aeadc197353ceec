package io.github.meshready.smi.report.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.diff.Change;
import io.github.meshready.smi.diff.Passage;
import io.github.meshready.smi.diff.Permission;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.report.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code diff.json}, what differs, for other tools. Its schema is {@code META-INF/smi/diff-1.schema.json}; a field is
 * never removed and never changes its meaning within one version.
 */
public final class DiffJson {

    /** Version of the form: raised when a field goes or means something else. */
    static final int VERSION = 1;

    private static final String TOOL = "smi-maven-plugin";

    /** Words near the start of every such file, by which it is known. */
    public static final String MARK = "\"tool\": \"" + TOOL + "\"";

    private final Comparison comparison;

    public DiffJson(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The report as UTF-8 text, the same on every machine. */
    public byte[] bytes() throws IOException {
        return JsonText.of(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("tool", TOOL);
        json.writeStringField("goal", "diff");
        json.writeStringField("from", comparison.from());
        json.writeStringField("to", comparison.to());
        json.writeBooleanField("permissiveBefore", comparison.result().from().permissive());
        json.writeBooleanField("permissiveNow", comparison.result().to().permissive());
        json.writeBooleanField("widened", comparison.result().isWidened());
        json.writeArrayFieldStart("changes");
        for (Change change : comparison.result().changes()) {
            write(json, change);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("change", change.kind().toString());
        json.writeBooleanField("widened", change.isWidened());
        json.writeStringField("kind", change.door().kind().toString());
        json.writeStringField("source", change.door().from());
        json.writeStringField("destination", change.door().to());
        json.writeStringField("port", change.door().port());
        write(json, "added", change.added());
        write(json, "removed", change.removed());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<Passage> passages) throws IOException {
        json.writeArrayFieldStart(name);
        for (Passage passage : passages) {
            Permission permission = passage.permission();
            json.writeStartObject();
            json.writeStringField("scope", permission.scope().name().toLowerCase(Locale.ROOT));
            json.writeStringField("protocol", permission.protocol());
            json.writeStringField("method", permission.method());
            json.writeStringField("path", permission.path());
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : permission.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeBooleanField("certain", permission.isCertain());
            json.writeBooleanField("otherwiseByOrder", passage.isOtherwiseByOrder());
            json.writeArrayFieldStart("by");
            for (Location place : passage.by()) {
                json.writeString(place.toString());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
