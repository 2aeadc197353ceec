package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileEditorTest {

    private static final List<Object> ACCOUNT = List.of("spec", "serviceAccountName");

    @Test
    void saysWhatItWritesOut() {
        FileEditor editor = new FileEditor();
        editor.apply(file("spec: &s\n  c: 1\nother: *s\n"), List.of(new Edit.SetText(0, ACCOUNT, "web", List.of())));
        assertThat(editor.remarks())
                .containsExactly(
                        "x.yaml:3:8: *s is written out, so that only one of the places that it joins is changed");
    }

    @Test
    void createsAMissingMappingOnceForSeveralKeys() {
        List<Edit> edits = List.of(
                new Edit.SetText(0, List.of("m", "labels", "a"), "1", List.of("name")),
                new Edit.SetText(0, List.of("m", "labels", "b"), "yes", List.of("name")),
                new Edit.SetText(0, List.of("m", "notes", "c"), "x", List.of("name")));
        assertThat(new FileEditor()
                        .apply(file("m:\n  name: n\n"), edits)
                        .source()
                        .text())
                .isEqualTo("m:\n  name: n\n  labels:\n    a: \"1\"\n    b: \"yes\"\n  notes:\n    c: x\n");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a: &a {spec: {c: 1}}\n<<: *a\n", "\"spec\" comes from a merge key"),
                Arguments.of(
                        "spec:\n  serviceAccountName: a\n  <<: {serviceAccountName: b}\n",
                        "x.yaml:2:3: \"serviceAccountName\" comes from a merge key"),
                Arguments.of(
                        "spec:\n  <<:\n    serviceAccountName: b\n  c: 1\n", "x.yaml:1:6: cannot be edited near here"),
                Arguments.of(
                        "spec: &s\n  c: !!binary aGk=\nother: *s\n",
                        "x.yaml:3:8: an edit would reach more than one place through *s, and what it repeats cannot be"
                                + " written out"),
                Arguments.of(
                        "? spec\n: c: 1\n",
                        "x.yaml:1:7: cannot be edited near here without changing more than planned"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesToChangeMoreThanOnePlace(String text, String message) {
        assertThatThrownBy(() ->
                        new FileEditor().apply(file(text), List.of(new Edit.SetText(0, ACCOUNT, "web", List.of()))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void leavesAFileAloneThatNeedsNothing() {
        ManifestFile file = file("a: 1\n");
        assertThat(new FileEditor().apply(file, List.of())).isSameAs(file);
    }

    /** Taking out what was added gives the bytes before, whatever the shape of the object. */
    @ParameterizedTest
    @MethodSource("io.github.meshready.smi.manifest.RandomObjects#seeds")
    void addsEntriesAndNothingElse(long seed) {
        RandomObjects random = new RandomObjects(seed);
        ManifestFile edited = new FileEditor().apply(file(random.document()), random.edits());
        String text = edited.source().text();
        assertThat(text.split("added: v", -1)).hasSize(random.edits().size() + 1);
        String without = text.replaceAll("\n *added: v\\d+(?=\n|$)", "").replaceAll("added: v\\d+\n *", "");
        assertThat(without).isEqualTo(random.document());
    }

    private static ManifestFile file(String text) {
        return ManifestFile.parse("x.yaml", new SourceText("x.yaml", text));
    }
}
