package io.github.meshready.smi.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.meshready.smi.report.diff.Comparison;
import io.github.meshready.smi.report.diff.DiffJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs, for other tools: it holds to the schema that goes with it, whatever differs. */
class DiffJsonTest {

    private static Schema schema;
    private static JsonNode written;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream stream = DiffJson.class.getResourceAsStream("/META-INF/smi/diff-1.schema.json")) {
            written = new ObjectMapper().readTree(stream);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(written.toString(), InputFormat.JSON);
    }

    /** Everything that the tests of differences know of, seen from both sides, and nothing at all. */
    private static List<String> reports() throws IOException {
        List<DiffResult> results = new ArrayList<>();
        Stream.concat(DifferTest.different(), DifferTest.uncertain())
                .map(row -> row.get())
                .forEach(row -> {
                    List<String> from = DifferTest.documents(row[1]);
                    List<String> to = DifferTest.documents(row[2]);
                    results.add(DifferTest.diff(from, to));
                    results.add(DifferTest.diff(to, from));
                    results.add(DifferTest.diff(to, to));
                });
        List<String> reports = new ArrayList<>();
        for (DiffResult result : results) {
            Comparison comparison = new Comparison("k8s", "io.github.meshready:app:yml:smi:1.0.0", result);
            reports.add(new String(new DiffJson(comparison).bytes(), StandardCharsets.UTF_8));
        }
        return reports;
    }

    @Test
    void holdsToItsSchemaWhateverDiffers() throws IOException {
        for (String report : reports()) {
            assertThat(schema.validate(report, InputFormat.JSON)).as(report).isEmpty();
        }
    }

    /** What the schema speaks of, and nothing else, comes up among the reports that are held to it. */
    @ParameterizedTest
    @CsvSource({"change, /properties/changes/items", "kind, /properties/changes/items", "scope, /$defs/passages/items"})
    void everyValueThatTheSchemaKnowsComesUp(String field, String place) throws IOException {
        Set<String> known = new TreeSet<>();
        written.at(place + "/properties/" + field + "/enum").forEach(value -> known.add(value.asText()));
        Set<String> seen = new TreeSet<>();
        for (String report : reports()) {
            seen.addAll(new ObjectMapper().readTree(report).at("/changes").findValuesAsText(field));
        }
        assertThat(seen).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"certain", "otherwiseByOrder", "widened"})
    void bothAnswersComeUp(String field) throws IOException {
        Set<String> seen = new TreeSet<>();
        for (String report : reports()) {
            seen.addAll(new ObjectMapper().readTree(report).at("/changes").findValuesAsText(field));
        }
        assertThat(seen).containsExactly("false", "true");
    }

    @Test
    void permissiveModeHeadersAndEmptyReportsComeUp() throws IOException {
        List<JsonNode> reports = new ArrayList<>();
        for (String report : reports()) {
            reports.add(new ObjectMapper().readTree(report));
        }
        assertThat(reports).anyMatch(report -> report.at("/permissiveNow").asBoolean());
        assertThat(reports).anyMatch(report -> report.at("/permissiveBefore").asBoolean());
        assertThat(reports).anyMatch(report -> report.at("/changes").isEmpty());
        assertThat(reports)
                .anyMatch(report -> report.findValues("headers").stream().anyMatch(headers -> !headers.isEmpty()));
    }

    @Test
    void theSchemaAsksForSomething() throws IOException {
        String report = reports().get(0);
        assertThat(schema.validate("{\"version\": 1}", InputFormat.JSON)).isNotEmpty();
        for (String broken : List.of(
                report.replace("\"version\": 1", "\"version\": 2"),
                report.replace("\"appears\"", "\"disappears\""),
                report.replace("\"widened\": true", "\"widened\": false"),
                report.replace("\"scope\": \"requests\"", "\"scope\": \"everything\""),
                report.replace("\"port\": \"8080\"", "\"port\": 8080"),
                report.replace("\"kind\"", "\"where\""))) {
            assertThat(broken).isNotEqualTo(report);
            assertThat(schema.validate(broken, InputFormat.JSON)).as(broken).isNotEmpty();
        }
    }
}
