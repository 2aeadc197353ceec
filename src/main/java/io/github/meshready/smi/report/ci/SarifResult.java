package io.github.meshready.smi.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.gate.Judged;
import io.github.meshready.smi.verify.gate.Standing;
import io.github.meshready.smi.verify.gate.Suppression;
import java.io.IOException;
import java.util.Optional;

/** One result of a SARIF run. */
final class SarifResult {

    /** What stands for the repository's folder, so that no path of a machine is told. */
    static final String ROOT = "%SRCROOT%";

    private final Judged judged;
    private final int ruleIndex;
    private final boolean hasBaseline;
    private final Places places;

    SarifResult(Judged judged, int ruleIndex, boolean hasBaseline, Places places) {
        this.judged = judged;
        this.ruleIndex = ruleIndex;
        this.hasBaseline = hasBaseline;
        this.places = places;
    }

    void write(JsonGenerator json) throws IOException {
        Finding finding = judged.finding();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        if (ruleIndex >= 0) {
            json.writeNumberField("ruleIndex", ruleIndex);
        }
        json.writeStringField("level", level(finding.severity().toString()));
        SarifReport.text(json, "message", message(finding));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        writePlace(json, places.file(finding), finding.location());
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", Printable.line(finding.object()));
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("smiFinding/v1", judged.fingerprint());
        json.writeEndObject();
        if (hasBaseline && judged.standing() != Standing.SUPPRESSED) {
            json.writeStringField("baselineState", judged.standing() == Standing.KNOWN ? "unchanged" : "new");
        }
        json.writeArrayFieldStart("suppressions");
        if (judged.suppression().isPresent()) {
            writeSuppression(json, judged.suppression().get());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSuppression(JsonGenerator json, Suppression suppression) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", suppression.annotation().isPresent() ? "inSource" : "external");
        json.writeStringField("status", "accepted");
        String until = suppression.until().map(last -> "until " + last + ": ").orElse("");
        json.writeStringField("justification", until + Printable.line(suppression.reason()));
        if (suppression.annotation().isPresent()) {
            Location place = suppression.annotation().get();
            json.writeObjectFieldStart("location");
            writePlace(json, Optional.of(places.file(place.file())), suppression.annotation());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writePlace(JsonGenerator json, Optional<String> file, Optional<Location> place)
            throws IOException {
        if (file.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", Places.uri(file.get()));
        json.writeStringField("uriBaseId", ROOT);
        json.writeEndObject();
        if (place.isPresent()) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", place.get().line());
            json.writeNumberField("startColumn", place.get().column());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static String level(String severity) {
        return severity.equals("info") ? "note" : severity;
    }

    /** Viewers make links of {@code [text](address)} and fill in {@code {0}} (SARIF 2.1.0, 3.11.5 and 3.11.6). */
    private static String message(Finding finding) {
        String text = Printable.line(finding.object() + ": " + finding.message() + ": " + finding.consequence()) + "\n"
                + Printable.line("Fix: " + finding.fix());
        return text.replace("](", "\\](").replaceAll("\\{(?=[0-9])", "{{");
    }
}
