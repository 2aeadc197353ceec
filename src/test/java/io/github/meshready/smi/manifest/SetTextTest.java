package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A text is set: in any style, and only there. */
class SetTextTest {

    private static final List<Object> ACCOUNT = List.of("spec", "serviceAccountName");
    private static final List<Object> PROTOCOL = List.of("ports", 0, "appProtocol");
    private static final List<Object> LABEL = List.of("metadata", "labels", "x/y");

    static Stream<Arguments> edits() {
        return Stream.of(
                account(
                        "top of a block, above its comments",
                        "spec:\n  # about c\n  c: 1\n",
                        "spec:\n  serviceAccountName: web\n  # about c\n  c: 1\n"),
                account(
                        "key with a comment",
                        "spec:  # pod\n    c: 1\n",
                        "spec:  # pod\n    serviceAccountName: web\n    c: 1\n"),
                account(
                        "blank line below the key",
                        "spec:\n\n  c: 1\n",
                        "spec:\n  serviceAccountName: web\n\n  c: 1\n"),
                account(
                        "anchored and used nowhere",
                        "spec: &s\n  c: 1\n",
                        "spec: &s\n  serviceAccountName: web\n  c: 1\n"),
                account("windows line ends", "spec:\r\n  c: 1\r\n", "spec:\r\n  serviceAccountName: web\r\n  c: 1\r\n"),
                account("old mac line ends", "spec:\r  c: 1\r", "spec:\r  serviceAccountName: web\r  c: 1\r"),
                account(
                        "mixed line ends",
                        "a: 1\nspec:\r\n  c: 1\n",
                        "a: 1\nspec:\r\n  serviceAccountName: web\r\n  c: 1\n"),
                account("byte order mark", "\uFEFFspec:\n  c: 1\n", "\uFEFFspec:\n  serviceAccountName: web\n  c: 1\n"),
                account(
                        "behind an emoji",
                        "a: \uD83D\uDE80\nspec:\n  c: 1",
                        "a: \uD83D\uDE80\nspec:\n  serviceAccountName: web\n  c: 1"),
                account("no line end at the end", "spec:\n  c: 1", "spec:\n  serviceAccountName: web\n  c: 1"),
                account(
                        "quoted keys in block style",
                        "\"spec\":\n  \"c\": 1\n",
                        "\"spec\":\n  serviceAccountName: web\n  \"c\": 1\n"),
                account(
                        "replaced plain",
                        "spec:\n  serviceAccountName: default # old\n  c: 1\n",
                        "spec:\n  serviceAccountName: web # old\n  c: 1\n"),
                account(
                        "replaced quoted",
                        "spec:\n  serviceAccountName: 'default'\n",
                        "spec:\n  serviceAccountName: web\n"),
                account(
                        "replaced empty text",
                        "spec:\n  serviceAccountName: \"\"\n",
                        "spec:\n  serviceAccountName: web\n"),
                account(
                        "replaced nothing",
                        "spec:\n  serviceAccountName:\n  c: 1\n",
                        "spec:\n  serviceAccountName: web\n  c: 1\n"),
                account("replaced null", "spec:\n  serviceAccountName: ~\n", "spec:\n  serviceAccountName: web\n"),
                account(
                        "replaced alias",
                        "a: &a default\nspec:\n  serviceAccountName: *a\n",
                        "a: &a default\nspec:\n  serviceAccountName: web\n"),
                account(
                        "replaced in JSON",
                        "{\"spec\": {\"serviceAccountName\": \"default\"}}",
                        "{\"spec\": {\"serviceAccountName\": \"web\"}}"),
                account(
                        "over a merged value",
                        "a: &a {serviceAccountName: default}\nspec:\n  <<: *a\n  c: 1\n",
                        "a: &a {serviceAccountName: default}\nspec:\n  <<: *a\n  serviceAccountName: web\n  c: 1\n"),
                account(
                        "over a merged value, in flow style",
                        "a: &a {serviceAccountName: default}\nspec: {<<: *a, c: 1}\n",
                        "a: &a {serviceAccountName: default}\nspec: {<<: *a, serviceAccountName: web, c: 1}\n"),
                account(
                        "over a merged value, merged last",
                        "spec:\n  c: 1\n  <<: {serviceAccountName: default} # m\n",
                        "spec:\n  c: 1\n  <<: {serviceAccountName: default} # m\n  serviceAccountName: web\n"),
                account("flow mapping", "spec: {c: 1}\n", "spec: {c: 1, serviceAccountName: web}\n"),
                account(
                        "flow mapping with a trailing comma",
                        "spec: {c: 1,}\n",
                        "spec: {c: 1, serviceAccountName: web,}\n"),
                account("empty flow mapping", "spec: {}\n", "spec: {serviceAccountName: web}\n"),
                account(
                        "flow mapping with comments",
                        "spec: {\n  c: 1 # one\n}\n",
                        "spec: {\n  c: 1,\n  serviceAccountName: web # one\n}\n"),
                account(
                        "minified JSON",
                        "{\"spec\":{\"c\":[1,2]}}",
                        "{\"spec\":{\"c\":[1,2], \"serviceAccountName\": \"web\"}}"),
                account(
                        "pretty JSON",
                        "{\n  \"spec\": {\n    \"c\": {\n      \"d\": 1\n    }\n  }\n}\n",
                        "{\n  \"spec\": {\n    \"c\": {\n      \"d\": 1\n    },\n    \"serviceAccountName\": \"web\"\n  }\n}\n"),
                account(
                        "JSON with tabs",
                        "{\n\t\"spec\": {\n\t\t\"c\": 1\n\t}\n}\n",
                        "{\n\t\"spec\": {\n\t\t\"c\": 1,\n\t\t\"serviceAccountName\": \"web\"\n\t}\n}\n"),
                account(
                        "JSON with windows line ends",
                        "{\r\n  \"spec\": {\r\n    \"c\": 1\r\n  }\r\n}\r\n",
                        "{\r\n  \"spec\": {\r\n    \"c\": 1,\r\n    \"serviceAccountName\": \"web\"\r\n  }\r\n}\r\n"),
                account("empty mapping in JSON", "{\"spec\":{}}", "{\"spec\":{\"serviceAccountName\": \"web\"}}"),
                account(
                        "null in JSON",
                        "{\"spec\": {\"serviceAccountName\": null}}",
                        "{\"spec\": {\"serviceAccountName\": \"web\"}}"),
                label(
                        "null mapping in JSON",
                        "{\"metadata\": {\"labels\": null}}",
                        "{\"metadata\": {\"labels\":  {\"x/y\": \"web\"}}}"),
                edit(
                        "second object of JSON",
                        ACCOUNT,
                        1,
                        "{\"a\": \"\\ud83d\\ude00 \\/\"}\n{\"spec\": {\"c\": 1}}\n",
                        "{\"a\": \"\\ud83d\\ude00 \\/\"}\n{\"spec\": {\"c\": 1, \"serviceAccountName\": \"web\"}}\n"),
                protocol(
                        "list item, behind the named key",
                        "ports:\n- name: x\n  port: 1 # p\n  targetPort: 2\n",
                        "ports:\n- name: x\n  port: 1 # p\n  appProtocol: web\n  targetPort: 2\n"),
                protocol(
                        "list item, indented",
                        "ports:\n  -   port: 1\n",
                        "ports:\n  -   port: 1\n      appProtocol: web\n"),
                protocol(
                        "list item at the end without a line end",
                        "ports:\n- port: 1",
                        "ports:\n- port: 1\n  appProtocol: web"),
                protocol(
                        "list item whose first entry has many lines",
                        "ports:\n- a:\n    b: 1\n  c: 2\n",
                        "ports:\n- appProtocol: web\n  a:\n    b: 1\n  c: 2\n"),
                protocol(
                        "flow list item",
                        "ports: [{port: 1, name: x}]\n",
                        "ports: [{port: 1, appProtocol: web, name: x}]\n"),
                label(
                        "missing mapping in between",
                        "metadata:\n  name: a\n  z: 1\n",
                        "metadata:\n  name: a\n  labels:\n    x/y: web\n  z: 1\n"),
                label(
                        "missing mapping, wide indentation",
                        "metadata:\n    name: a\n",
                        "metadata:\n    name: a\n    labels:\n        x/y: web\n"),
                label("missing mapping in flow", "metadata: {name: a}\n", "metadata: {name: a, labels: {x/y: web}}\n"),
                label(
                        "missing mapping in JSON",
                        "{\"metadata\":{\"name\":\"a\"}}",
                        "{\"metadata\":{\"name\":\"a\", \"labels\": {\"x/y\": \"web\"}}}"),
                label(
                        "empty mapping in between",
                        "metadata:\n  name: a\n  labels: {} # none\n",
                        "metadata:\n  name: a\n  labels: {x/y: web} # none\n"),
                label(
                        "null mapping in between",
                        "metadata:\n  name: a\n  labels: # none\n  z: 1\n",
                        "metadata:\n  name: a\n  labels: {x/y: web} # none\n  z: 1\n"),
                label(
                        "other labels",
                        "metadata:\n  labels:\n    a: b\n  name: a\n",
                        "metadata:\n  labels:\n    x/y: web\n    a: b\n  name: a\n"),
                account(
                        "anchored and repeated",
                        "spec: &s # pod\n  c: 1\nother: *s\n",
                        "spec: &s # pod\n  serviceAccountName: web\n  c: 1\nother: {c: 1}\n"),
                account(
                        "a repetition",
                        "a: &a\n  c: [0644, 'on', on, \"a\\tb\", ~]\nspec: *a # pod\n",
                        "a: &a\n  c: [0644, 'on', on, \"a\\tb\", ~]\nspec: {c: [0644, \"on\", on, \"a\\tb\", ~],"
                                + " serviceAccountName: web} # pod\n"),
                account(
                        "a repetition of an emoji",
                        "a: &a {c: \uD83D\uDE80}\nspec: *a\n",
                        "a: &a {c: \uD83D\uDE80}\nspec: {c: \"\\U0001f680\", serviceAccountName: web}\n"),
                account(
                        "a repetition of something merged",
                        "b: &b {z: 1}\na: &a\n  <<: *b\n  c:\nspec: *a\n",
                        "b: &b {z: 1}\na: &a\n  <<: *b\n  c:\nspec: {z: 1, c: null, serviceAccountName: web}\n"),
                account(
                        "anchored and merged",
                        "spec: &s\n  c: 1\nother:\n  <<: *s\n  d: 2\n",
                        "spec: &s\n  serviceAccountName: web\n  c: 1\nother:\n  <<: {c: 1}\n  d: 2\n"),
                account(
                        "anchored text",
                        "spec:\n  serviceAccountName: &n default\nb: *n\n",
                        "spec:\n  serviceAccountName: web\nb: default\n"),
                label(
                        "inside of what is anchored further up",
                        "metadata: &m\n  labels: &l {a: b}\none: *m\ntwo: [*l]\n",
                        "metadata: &m\n  labels: &l {a: b, x/y: web}\none: {labels: {a: b}}\ntwo: [{a: b}]\n"),
                edit(
                        "second document",
                        List.of("b"),
                        1,
                        "--- # one\na: |\n  b: 1\n--- # two\nb: 1\n",
                        "--- # one\na: |\n  b: 1\n--- # two\nb: web\n"));
    }

    private static Arguments account(String what, String before, String after) {
        return edit(what, ACCOUNT, 0, before, after);
    }

    private static Arguments protocol(String what, String before, String after) {
        return edit(what, PROTOCOL, 0, before, after);
    }

    private static Arguments label(String what, String before, String after) {
        return edit(what, LABEL, 0, before, after);
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

    private static ManifestFile file(String text) {
        return ManifestFile.parse("x.yaml", new SourceText("x.yaml", text));
    }
}
