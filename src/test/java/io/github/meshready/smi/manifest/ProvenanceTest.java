package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finding in a copy is mended in the file that it was made from, so it has to be named there. */
class ProvenanceTest {

    private static final String BEFORE = "spec:\n  serviceAccountName: default\n  b: 1\n---\nspec:\n  c: 2\n";

    private static final List<Edit> EDITS =
            List.of(edit(0, "serviceAccountName", "web"), edit(0, "k", "v"), edit(1, "serviceAccountName", "api"));

    private final ManifestFile before = ManifestFile.parse("a.yaml", new SourceText("src/a.yaml", BEFORE));
    private final ManifestFile edited = new FileEditor().apply(before, EDITS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spec:          | 1 | 1
            serviceAccount | 2 | 3
            b: 1           | 3 | 3
            c: 2           | 6 | 3
            """)
    void locatesWhatStoodThereBefore(String text, int line, int column) {
        Location there = new Location("src/a.yaml", line, column);
        assertThat(before.source().locate(BEFORE.indexOf(text))).isEqualTo(there);
        assertThat(edited.source().locate(edited.source().text().indexOf(text))).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            k: v           | 1 | 6
            web            | 2 | 23
            api            | 5 | 6
            """)
    void locatesWhatIsNewWhereItWasPut(String text, int line, int column) {
        assertThat(edited.source().locate(edited.source().text().indexOf(text)))
                .isEqualTo(new Location("src/a.yaml", line, column));
    }

    @Test
    void keepsEveryCharacterThatIsNotNew() {
        String text = edited.source().text();
        List<Patch> patches = edited.source().provenance().orElseThrow().patches();
        assertThat(patches).hasSize(3);
        for (int i = 0; i < text.length(); i++) {
            int offset = i;
            boolean isNew = patches.stream()
                    .anyMatch(patch -> offset >= patch.offset() && offset < patch.offset() + patch.inserted());
            if (!isNew) {
                int there = edited.source().provenance().orElseThrow().sourceOffset(i);
                assertThat(BEFORE.charAt(there)).as("character %d", i).isEqualTo(text.charAt(i));
            }
        }
    }

    @Test
    void findsItsWayPastWhatIsGone() {
        Provenance provenance =
                new Provenance(new SourceText("x", "abcdefgh"), List.of(new Patch(1, 2, 0), new Patch(3, 1, 2)));
        String copy = "adeXYgh";
        assertThat(copy.chars().mapToObj(c -> provenance.sourceOffset(copy.indexOf(c))))
                .as("e is followed by XY in the place of f")
                .containsExactly(0, 3, 4, 5, 5, 6, 7);
    }

    @Test
    void knowsTheFirstOfSeveralFiles() {
        ManifestFile copy = edited.copied("50-app/a.yaml", "target/smi/50-app/a.yaml");
        assertThat(copy.path()).isEqualTo("50-app/a.yaml");
        assertThat(copy.source().name()).isEqualTo("target/smi/50-app/a.yaml");
        assertThat(copy.bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(edited.source().text());
        Document second = copy.documents().get(1);
        assertThat(second.locate(second.root())).isEqualTo(new Location("src/a.yaml", 5, 1));

        ManifestFile untouched = before.copied("50-app/a.yaml", "target/smi/50-app/a.yaml");
        Document first = untouched.documents().get(0);
        assertThat(first.locate(first.root())).isEqualTo(new Location("src/a.yaml", 1, 1));
    }

    @Test
    void isToldOfACopyThatWasReadFromItsFile() {
        ManifestFile read = ManifestFile.parse(
                "a.yaml", new SourceText("smi/a.yaml", edited.source().text()));
        assertThat(read.source().provenance()).isEmpty();
        ManifestFile known = read.madeFrom(edited.source().provenance().orElseThrow());
        assertThat(known.path()).isEqualTo("a.yaml");
        Document second = known.documents().get(1);
        assertThat(second.locate(second.root())).isEqualTo(new Location("src/a.yaml", 5, 1));
    }

    private static Edit edit(int document, String key, String value) {
        return new Edit.SetText(document, List.of("spec", key), value, List.of());
    }
}
