package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileEditorTest {

    private static final List<Object> ACCOUNT = List.of("spec", "serviceAccountName");
    private static final List<Object> PROTOCOL = List.of("ports", 0, "appProtocol");
    private static final List<Object> LABEL = List.of("metadata", "labels", "x/y");

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        "top of a block, above its comments",
                        ACCOUNT,
                        "spec:\n  # about c\n  c: 1\n",
                        "spec:\n  serviceAccountName: web\n  # about c\n  c: 1\n"),
                edit(
                        "key with a comment",
                        ACCOUNT,
                        "spec:  # pod\n    c: 1\n",
                        "spec:  # pod\n    serviceAccountName: web\n    c: 1\n"),
                edit(
                        "blank line below the key",
                        ACCOUNT,
                        "spec:\n\n  c: 1\n",
                        "spec:\n  serviceAccountName: web\n\n  c: 1\n"),
                edit(
                        "anchored and used nowhere",
                        ACCOUNT,
                        "spec: &s\n  c: 1\n",
                        "spec: &s\n  serviceAccountName: web\n  c: 1\n"),
                edit(
                        "windows line ends",
                        ACCOUNT,
                        "spec:\r\n  c: 1\r\n",
                        "spec:\r\n  serviceAccountName: web\r\n  c: 1\r\n"),
                edit("old mac line ends", ACCOUNT, "spec:\r  c: 1\r", "spec:\r  serviceAccountName: web\r  c: 1\r"),
                edit(
                        "mixed line ends",
                        ACCOUNT,
                        "a: 1\nspec:\r\n  c: 1\n",
                        "a: 1\nspec:\r\n  serviceAccountName: web\r\n  c: 1\n"),
                edit(
                        "byte order mark",
                        ACCOUNT,
                        "\uFEFFspec:\n  c: 1\n",
                        "\uFEFFspec:\n  serviceAccountName: web\n  c: 1\n"),
                edit(
                        "behind an emoji",
                        ACCOUNT,
                        "a: \uD83D\uDE80\nspec:\n  c: 1",
                        "a: \uD83D\uDE80\nspec:\n  serviceAccountName: web\n  c: 1"),
                edit("no line end at the end", ACCOUNT, "spec:\n  c: 1", "spec:\n  serviceAccountName: web\n  c: 1"),
                edit(
                        "quoted keys in block style",
                        ACCOUNT,
                        "\"spec\":\n  \"c\": 1\n",
                        "\"spec\":\n  serviceAccountName: web\n  \"c\": 1\n"),
                edit(
                        "replaced plain",
                        ACCOUNT,
                        "spec:\n  serviceAccountName: default # old\n  c: 1\n",
                        "spec:\n  serviceAccountName: web # old\n  c: 1\n"),
                edit(
                        "replaced quoted",
                        ACCOUNT,
                        "spec:\n  serviceAccountName: 'default'\n",
                        "spec:\n  serviceAccountName: web\n"),
                edit(
                        "replaced empty text",
                        ACCOUNT,
                        "spec:\n  serviceAccountName: \"\"\n",
                        "spec:\n  serviceAccountName: web\n"),
                edit(
                        "replaced nothing",
                        ACCOUNT,
                        "spec:\n  serviceAccountName:\n  c: 1\n",
                        "spec:\n  serviceAccountName: web\n  c: 1\n"),
                edit(
                        "replaced null",
                        ACCOUNT,
                        "spec:\n  serviceAccountName: ~\n",
                        "spec:\n  serviceAccountName: web\n"),
                edit(
                        "replaced alias",
                        ACCOUNT,
                        "a: &a default\nspec:\n  serviceAccountName: *a\n",
                        "a: &a default\nspec:\n  serviceAccountName: web\n"),
                edit(
                        "replaced in JSON",
                        ACCOUNT,
                        "{\"spec\": {\"serviceAccountName\": \"default\"}}",
                        "{\"spec\": {\"serviceAccountName\": \"web\"}}"),
                edit(
                        "over a merged value",
                        ACCOUNT,
                        "a: &a {serviceAccountName: default}\nspec:\n  <<: *a\n  c: 1\n",
                        "a: &a {serviceAccountName: default}\nspec:\n  <<: *a\n  serviceAccountName: web\n  c: 1\n"),
                edit(
                        "over a merged value, in flow style",
                        ACCOUNT,
                        "a: &a {serviceAccountName: default}\nspec: {<<: *a, c: 1}\n",
                        "a: &a {serviceAccountName: default}\nspec: {<<: *a, serviceAccountName: web, c: 1}\n"),
                edit(
                        "over a merged value, merged last",
                        ACCOUNT,
                        "spec:\n  c: 1\n  <<: {serviceAccountName: default} # m\n",
                        "spec:\n  c: 1\n  <<: {serviceAccountName: default} # m\n  serviceAccountName: web\n"),
                edit("flow mapping", ACCOUNT, "spec: {c: 1}\n", "spec: {c: 1, serviceAccountName: web}\n"),
                edit(
                        "flow mapping with a trailing comma",
                        ACCOUNT,
                        "spec: {c: 1,}\n",
                        "spec: {c: 1, serviceAccountName: web,}\n"),
                edit("empty flow mapping", ACCOUNT, "spec: {}\n", "spec: {serviceAccountName: web}\n"),
                edit(
                        "flow mapping with comments",
                        ACCOUNT,
                        "spec: {\n  c: 1 # one\n}\n",
                        "spec: {\n  c: 1,\n  serviceAccountName: web # one\n}\n"),
                edit(
                        "minified JSON",
                        ACCOUNT,
                        "{\"spec\":{\"c\":[1,2]}}",
                        "{\"spec\":{\"c\":[1,2], \"serviceAccountName\": \"web\"}}"),
                edit(
                        "pretty JSON",
                        ACCOUNT,
                        "{\n  \"spec\": {\n    \"c\": {\n      \"d\": 1\n    }\n  }\n}\n",
                        "{\n  \"spec\": {\n    \"c\": {\n      \"d\": 1\n    },\n    \"serviceAccountName\": \"web\"\n  }\n}\n"),
                edit(
                        "JSON with tabs",
                        ACCOUNT,
                        "{\n\t\"spec\": {\n\t\t\"c\": 1\n\t}\n}\n",
                        "{\n\t\"spec\": {\n\t\t\"c\": 1,\n\t\t\"serviceAccountName\": \"web\"\n\t}\n}\n"),
                edit(
                        "JSON with windows line ends",
                        ACCOUNT,
                        "{\r\n  \"spec\": {\r\n    \"c\": 1\r\n  }\r\n}\r\n",
                        "{\r\n  \"spec\": {\r\n    \"c\": 1,\r\n    \"serviceAccountName\": \"web\"\r\n  }\r\n}\r\n"),
                edit("empty mapping in JSON", ACCOUNT, "{\"spec\":{}}", "{\"spec\":{\"serviceAccountName\": \"web\"}}"),
                edit(
                        "null in JSON",
                        ACCOUNT,
                        "{\"spec\": {\"serviceAccountName\": null}}",
                        "{\"spec\": {\"serviceAccountName\": \"web\"}}"),
                edit(
                        "null mapping in JSON",
                        LABEL,
                        "{\"metadata\": {\"labels\": null}}",
                        "{\"metadata\": {\"labels\":  {\"x/y\": \"web\"}}}"),
                edit(
                        "second object of JSON",
                        ACCOUNT,
                        1,
                        "{\"a\": \"\\ud83d\\ude00 \\/\"}\n{\"spec\": {\"c\": 1}}\n",
                        "{\"a\": \"\\ud83d\\ude00 \\/\"}\n{\"spec\": {\"c\": 1, \"serviceAccountName\": \"web\"}}\n"),
                edit(
                        "list item, behind the named key",
                        PROTOCOL,
                        "ports:\n- name: x\n  port: 1 # p\n  targetPort: 2\n",
                        "ports:\n- name: x\n  port: 1 # p\n  appProtocol: web\n  targetPort: 2\n"),
                edit(
                        "list item, indented",
                        PROTOCOL,
                        "ports:\n  -   port: 1\n",
                        "ports:\n  -   port: 1\n      appProtocol: web\n"),
                edit(
                        "list item at the end without a line end",
                        PROTOCOL,
                        "ports:\n- port: 1",
                        "ports:\n- port: 1\n  appProtocol: web"),
                edit(
                        "list item whose first entry has many lines",
                        PROTOCOL,
                        "ports:\n- a:\n    b: 1\n  c: 2\n",
                        "ports:\n- appProtocol: web\n  a:\n    b: 1\n  c: 2\n"),
                edit(
                        "flow list item",
                        PROTOCOL,
                        "ports: [{port: 1, name: x}]\n",
                        "ports: [{port: 1, appProtocol: web, name: x}]\n"),
                edit(
                        "missing mapping in between",
                        LABEL,
                        "metadata:\n  name: a\n  z: 1\n",
                        "metadata:\n  name: a\n  labels:\n    x/y: web\n  z: 1\n"),
                edit(
                        "missing mapping, wide indentation",
                        LABEL,
                        "metadata:\n    name: a\n",
                        "metadata:\n    name: a\n    labels:\n        x/y: web\n"),
                edit(
                        "missing mapping in flow",
                        LABEL,
                        "metadata: {name: a}\n",
                        "metadata: {name: a, labels: {x/y: web}}\n"),
                edit(
                        "missing mapping in JSON",
                        LABEL,
                        "{\"metadata\":{\"name\":\"a\"}}",
                        "{\"metadata\":{\"name\":\"a\", \"labels\": {\"x/y\": \"web\"}}}"),
                edit(
                        "empty mapping in between",
                        LABEL,
                        "metadata:\n  name: a\n  labels: {} # none\n",
                        "metadata:\n  name: a\n  labels: {x/y: web} # none\n"),
                edit(
                        "null mapping in between",
                        LABEL,
                        "metadata:\n  name: a\n  labels: # none\n  z: 1\n",
                        "metadata:\n  name: a\n  labels: {x/y: web} # none\n  z: 1\n"),
                edit(
                        "other labels",
                        LABEL,
                        "metadata:\n  labels:\n    a: b\n  name: a\n",
                        "metadata:\n  labels:\n    x/y: web\n    a: b\n  name: a\n"),
                edit(
                        "anchored and repeated",
                        ACCOUNT,
                        "spec: &s # pod\n  c: 1\nother: *s\n",
                        "spec: &s # pod\n  serviceAccountName: web\n  c: 1\nother: {c: 1}\n"),
                edit(
                        "a repetition",
                        ACCOUNT,
                        "a: &a\n  c: [0644, 'on', on, \"a\\tb\", ~]\nspec: *a # pod\n",
                        "a: &a\n  c: [0644, 'on', on, \"a\\tb\", ~]\nspec: {c: [0644, \"on\", on, \"a\\tb\", ~],"
                                + " serviceAccountName: web} # pod\n"),
                edit(
                        "a repetition of an emoji",
                        ACCOUNT,
                        "a: &a {c: \uD83D\uDE80}\nspec: *a\n",
                        "a: &a {c: \uD83D\uDE80}\nspec: {c: \"\\U0001f680\", serviceAccountName: web}\n"),
                edit(
                        "a repetition of something merged",
                        ACCOUNT,
                        "b: &b {z: 1}\na: &a\n  <<: *b\n  c:\nspec: *a\n",
                        "b: &b {z: 1}\na: &a\n  <<: *b\n  c:\nspec: {z: 1, c: null, serviceAccountName: web}\n"),
                edit(
                        "anchored and merged",
                        ACCOUNT,
                        "spec: &s\n  c: 1\nother:\n  <<: *s\n  d: 2\n",
                        "spec: &s\n  serviceAccountName: web\n  c: 1\nother:\n  <<: {c: 1}\n  d: 2\n"),
                edit(
                        "anchored text",
                        ACCOUNT,
                        "spec:\n  serviceAccountName: &n default\nb: *n\n",
                        "spec:\n  serviceAccountName: web\nb: default\n"),
                edit(
                        "inside of what is anchored further up",
                        LABEL,
                        "metadata: &m\n  labels: &l {a: b}\none: *m\ntwo: [*l]\n",
                        "metadata: &m\n  labels: &l {a: b, x/y: web}\none: {labels: {a: b}}\ntwo: [{a: b}]\n"),
                edit(
                        "second document",
                        List.of("b"),
                        1,
                        "--- # one\na: |\n  b: 1\n--- # two\nb: 1\n",
                        "--- # one\na: |\n  b: 1\n--- # two\nb: web\n"));
    }

    private static Arguments edit(String what, List<Object> path, String before, String after) {
        return edit(what, path, 0, before, after);
    }

    private static Arguments edit(String what, List<Object> path, int document, String before, String after) {
        return Arguments.of(what, new Edit.SetText(document, path, "web", List.of("port", "name")), before, after);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void changesOnlyWhatIsPlanned(String what, Edit edit, String before, String after) {
        ManifestFile edited = new FileEditor().apply(file(before), List.of(edit));
        assertThat(edited.source().text()).isEqualTo(after);
        assertThat(new FileEditor().apply(edited, List.of(edit)))
                .as("a second time")
                .isSameAs(edited);
    }

    static Stream<Arguments> removals() {
        return Stream.of(
                Arguments.of("a line", "b", "a: 1\nb: 2 # two\n# three\nc: 3\n", "a: 1\n# three\nc: 3\n"),
                Arguments.of("many lines", "b", "a: 1\nb:\n  x: 1\n\n  y: 2\nc: 3\n", "a: 1\nc: 3\n"),
                Arguments.of("a block of text", "b", "b: |+\n  x\n\nc: 3\n", "\nc: 3\n"),
                Arguments.of("the last line", "b", "a: 1\nb: 2", "a: 1"),
                Arguments.of("the last line, windows", "b", "a: 1\r\nb: 2", "a: 1"),
                Arguments.of("windows", "b", "a: 1\r\nb: 2\r\nc: 3\r\n", "a: 1\r\nc: 3\r\n"),
                Arguments.of("all there is", "a.b", "a: # x\n  b: 1\nc: 2\n", "a: {} # x\nc: 2\n"),
                Arguments.of("first of a compact item", "l.0.b", "l:\n- b: 1\n  c: 2\n", "l:\n- c: 2\n"),
                Arguments.of("second of a compact item", "l.0.c", "l:\n- b: 1\n  c: 2\n", "l:\n- b: 1\n"),
                Arguments.of("an item", "l.1", "l:\n- a\n- b # b\n- c\n", "l:\n- a\n- c\n"),
                Arguments.of("an item with its dash above", "l.0", "l:\n  - # x\n    b: 1\n  - c\n", "l:\n  - c\n"),
                Arguments.of("the only item", "l.0", "l:\n- a\nb: 1\n", "l: []\nb: 1\n"),
                Arguments.of("first of a list in a list", "l.0.0", "l:\n- - a\n  - b\n", "l:\n- - b\n"),
                Arguments.of("first in flow", "m.a", "m: {a: 1, b: 2}\n", "m: {b: 2}\n"),
                Arguments.of("last in flow", "m.b", "m: {a: 1, b: 2}\n", "m: {a: 1}\n"),
                Arguments.of("only one in flow", "m.a", "m: { a: 1 }\n", "m: {  }\n"),
                Arguments.of("only one in flow, with a comma", "m.a", "m: {a: 1 ,}\n", "m: {}\n"),
                Arguments.of("all of an anchored one", "m.a", "m: &m # x\n  a: 1\n", "m: &m {} # x\n"),
                Arguments.of("an item in flow", "l.1", "l: [a, b, c]\n", "l: [a, c]\n"),
                Arguments.of("of pretty JSON", "a", "{\n  \"a\": {\"x\": 1},\n  \"b\": 2\n}\n", "{\n  \"b\": 2\n}\n"),
                Arguments.of("last of JSON", "b", "{\"a\":1,\"b\":[2]}", "{\"a\":1}"),
                Arguments.of("what is not there", "x.y", "a: 1\n", "a: 1\n"),
                Arguments.of("a key that stands twice", "a", "a: 1\nb: 2\na: 3\n", "b: 2\n"),
                Arguments.of("an alias", "b", "a: &a 1\nb: *a\n", "a: &a 1\n"),
                Arguments.of("what is repeated elsewhere", "a", "a: &a x\nb: *a\n", "b: x\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void takesOutOnlyWhatIsPlanned(String what, String path, String before, String after) {
        List<Object> steps = new ArrayList<>();
        for (String step : path.split("\\.")) {
            steps.add(step.matches("\\d+") ? (Object) Integer.valueOf(step) : step);
        }
        assertThat(new FileEditor()
                        .apply(file(before), List.of(new Edit.Remove(0, steps)))
                        .source()
                        .text())
                .isEqualTo(after);
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                Arguments.of("block", "l:\n- k: a\n", "l:\n- k: a\n- k: x\n  v: \"1\"\n"),
                Arguments.of(
                        "indented",
                        "l:\n    - k: a # c\nb: 1\n",
                        "l:\n    - k: a # c\n    - k: x\n      v: \"1\"\nb: 1\n"),
                Arguments.of("windows", "l:\r\n- a\r\n", "l:\r\n- a\r\n- k: x\r\n  v: \"1\"\r\n"),
                Arguments.of("no line end", "l:\n- a", "l:\n- a\n- k: x\n  v: \"1\""),
                Arguments.of(
                        "behind a block of text", "l:\n- |\n  a\n# c\n", "l:\n- |\n  a\n- k: x\n  v: \"1\"\n# c\n"),
                Arguments.of("flow", "l: [{k: a}]\n", "l: [{k: a}, {k: x, v: \"1\"}]\n"),
                Arguments.of("flow of texts", "l: [ a ]\n", "l: [ a, {k: x, v: \"1\"} ]\n"),
                Arguments.of("empty flow", "l: []\n", "l: [{k: x, v: \"1\"}]\n"),
                Arguments.of("JSON", "{\"l\":[{\"k\":1}]}", "{\"l\":[{\"k\":1}, {\"k\": \"x\", \"v\": \"1\"}]}"),
                Arguments.of("null", "l: # none\n", "l: [{k: x, v: \"1\"}] # none\n"),
                Arguments.of("missing", "a: 1\n", "a: 1\nl: [{k: x, v: \"1\"}]\n"),
                Arguments.of("there already", "l:\n- {v: '1', k: x}\n", "l:\n- {v: '1', k: x}\n"),
                Arguments.of("an alias", "a: &a [b]\nl: *a\n", "a: &a [b]\nl: [b, {k: x, v: \"1\"}]\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void addsAnItemAndNothingElse(String what, String before, String after) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("k", "x");
        item.put("v", "1");
        Edit edit = new Edit.AddItem(0, List.of("l"), item);
        ManifestFile edited = new FileEditor().apply(file(before), List.of(edit));
        assertThat(edited.source().text()).isEqualTo(after);
        assertThat(new FileEditor().apply(edited, List.of(edit)))
                .as("a second time")
                .isSameAs(edited);
    }

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
