package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.manifest.SkippedFile;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Judgement;
import java.io.IOException;
import java.util.List;

/**
 * Writes {@code mesh.json}, the file that every other report reads. Its form is described by the JSON schema
 * {@code META-INF/smi/mesh-1.schema.json}; a field is never removed and never changes its meaning within one version.
 */
public final class MeshJson {

    /** Version of the form: raised when a field goes or means something else. */
    static final int VERSION = 1;

    private static final String TOOL = "smi-maven-plugin";

    /** Words near the start of every such file, by which it is known. */
    public static final String MARK = "\"tool\": \"" + TOOL + "\"";

    private final String goal;
    private final List<String> files;
    private final List<SkippedFile> skipped;
    private final Judgement judgement;
    private final VerifyResult result;

    /**
     * Composes the report.
     *
     * @param goal the goal that writes it
     * @param files names of the manifests that were read
     * @param skipped files that were not taken for manifests
     * @param judgement what was decided and found, and what of it counts
     */
    public MeshJson(String goal, List<String> files, List<SkippedFile> skipped, Judgement judgement) {
        this.goal = goal;
        this.files = List.copyOf(files);
        this.skipped = List.copyOf(skipped);
        this.judgement = judgement;
        this.result = judgement.result();
    }

    /** The report as UTF-8 text, the same on every machine. */
    public byte[] bytes() throws IOException {
        return JsonText.of(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("tool", TOOL);
        json.writeStringField("goal", goal);
        json.writeObjectFieldStart("mesh");
        json.writeStringField("name", result.facts().meshName());
        json.writeStringField("dialect", result.facts().dialect().toString());
        json.writeBooleanField("permissive", result.facts().mesh().mode().permissive());
        json.writeStringField("permissiveSource", result.facts().mesh().mode().source());
        json.writeStringField("egress", result.facts().mesh().mode().egress().toString());
        json.writeEndObject();
        writeInputs(json);
        RouteJson routes = new RouteJson(result.facts(), json);
        new ApplicationJson(result.facts(), routes, json).write();
        new CallJson(result.facts(), routes, json).write();
        new InvariantJson(result.facts().invariants(), json).write();
        new FindingJson(judgement, json).write();
        json.writeEndObject();
    }

    private void writeInputs(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("inputs");
        json.writeArrayFieldStart("files");
        for (String file : files) {
            json.writeString(file);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("skipped");
        for (SkippedFile file : skipped) {
            json.writeStartObject();
            json.writeStringField("file", file.file());
            json.writeStringField("reason", file.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
