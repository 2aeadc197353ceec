package io.github.meshready.smi.generate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.PlanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that come from anywhere: wrong bytes, bombs, broken syntax, names that are paths or commands. Each is refused
 * with its name and a remedy and nothing is written, or it is read and copied as it is.
 */
class BadInputTest {

    private static final String POD =
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: c\n    image: x\n";

    @TempDir
    private Path base;

    static Stream<Arguments> refused() {
        String name = "apiVersion: v1\nkind: Pod\nmetadata: {name: %s}\nspec: {containers: []}\n";
        String bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
        StringBuilder laughs = new StringBuilder(bomb);
        StringBuilder merges = new StringBuilder("m0: &m0 {k: xxxxxxxxxx}\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9), i - 1));
            merges.append(
                    "m%d: &m%d {a: *m%d, b: *m%d, c: *m%d, <<: *m%d}\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }
        return Stream.of(
                // bytes
                bad("NUL", POD + "# \0\n", "character U+0000"),
                bad("broken UTF-8", (POD + "# \u00e9\n").getBytes(ISO_8859_1), "is not UTF-8 from here on"),
                bad(
                        "surrogate in UTF-8",
                        new byte[] {'a', ':', ' ', (byte) 0xed, (byte) 0xa0, (byte) 0x80},
                        "is not UTF-8 from here on"),
                bad("UTF-16", POD.getBytes(UTF_16LE), "k8s/a.yaml"),
                bad("UTF-16 with a mark", ("\uFEFF" + POD).getBytes(UTF_16LE), "encoded in UTF-16"),
                bad("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0}, "is an archive"),
                bad("ESC", POD + "# \u001b[31m\n", "character U+001B"),
                // depth and size
                bad("deep lists", "a: " + "[".repeat(5000) + "]".repeat(5000), "nested more than 256 levels deep"),
                bad("deep mappings", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000), "nested more than"),
                bad("never closed", "[".repeat(20_000), "nested more than"),
                bad(
                        "a very long line",
                        "a: " + "x".repeat(2 << 20) + "\n",
                        "the line is longer than 1048576 characters"),
                bad("laughs", laughs.toString(), "aliases blow this value up"),
                bad("merges", merges.toString(), "aliases blow this value up"),
                // syntax
                bad("tab", "a:\n\tb: 1\n", "a tab stands where YAML allows only spaces"),
                bad("open quote", POD + "x: \"\n", "not valid YAML"),
                bad("Helm", POD.replace("name: web", "name: {{ .Release.Name }}"), "looks like a Helm template"),
                bad("comment in JSON", "{\"a\": 1} // b\n", "not valid JSON"),
                bad("key twice", POD + "kind: Pod\n", "key \"kind\" stands twice"),
                bad(
                        "key twice, escaped",
                        POD.replace("  name: web\n", "  name: web\n  \"n\\x61me\": other\n"),
                        "key \"name\" stands twice"),
                bad("unknown anchor", POD + "x: *a\n", "has no anchor in front of it"),
                bad("anchor of another document", "a: &a 1\n---\nb: *a\n", "has no anchor in front of it"),
                bad("itself", "a: &a [*a]\n", "or stands inside it"),
                bad("list as a key", "? [a]\n: b\n", "a list is used as a key"),
                // tags and types
                bad(
                        "Java tag",
                        "a: !!javax.script.ScriptEngineManager [x]\n",
                        "has no meaning in a Kubernetes manifest"),
                bad("number that is none", "a: !!int x\n", "what its tag !!int says"),
                bad("a text", "hello\n", "this is a text, not a Kubernetes object"),
                bad("no kind", "apiVersion: v1\nmetadata: {name: x}\n", "the document has no kind"),
                bad(
                        "port of 17 bits",
                        "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 65616}]}\n",
                        "whole number from 1 to 65535"),
                // names
                bad("path", name.formatted("../../x"), "is not valid; the API server rejects it"),
                bad("command", name.formatted("'::error::x'"), "is not valid"),
                bad("two lines", name.formatted("\"a\\n##vso[x]\""), "is not valid"),
                bad("terminal", name.formatted("\"a\\e[31m\""), "is not valid"),
                bad("other letters", name.formatted("w\u0435b"), "is not valid"),
                bad("boolean", name.formatted("on"), "must be a text, but kubectl reads on as a boolean"),
                bad(
                        "namespace",
                        POD.replace("  name: web\n", "  name: web\n  namespace: ../x\n"),
                        "is not a valid name"),
                bad(
                        "twice and differently",
                        POD + "---\n" + POD.replace("image: x", "image: y"),
                        "is defined a second time and differently"),
                bad(
                        "a broken Secret",
                        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: SENTINEL, a: [}\n",
                        "not valid YAML"));
    }

    private static Arguments bad(String what, String text, String message) {
        return bad(what, text.getBytes(UTF_8), message);
    }

    private static Arguments bad(String what, byte[] bytes, String message) {
        return Arguments.of(what, bytes, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWithAPlaceAndARemedyAndWritesNothing(String what, byte[] bytes, String message) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(this::generate)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("k8s/a.yaml")
                .hasMessageContaining(message)
                .hasMessageContaining("fix: ")
                .message()
                .doesNotContain("SENTINEL")
                .satisfies(text -> text.lines()
                        .forEach(line -> assertThat(Printable.line(line)).isEqualTo(line)));
        assertThat(base.resolve("target")).doesNotExist();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    static Stream<Arguments> accepted() {
        String account = "  serviceAccountName: web\n";
        String after = POD.replace("spec:\n", "spec:\n" + account);
        return Stream.of(
                Arguments.of("mark", "\uFEFF" + POD, "\uFEFF" + after),
                Arguments.of("windows", POD.replace("\n", "\r\n"), after.replace("\n", "\r\n")),
                Arguments.of(
                        "mixed",
                        POD.replace("spec:\n", "spec:\r\n"),
                        after.replace("spec:\n" + account, "spec:\r\n" + account.replace("\n", "\r\n"))),
                Arguments.of(
                        "blanks at the end",
                        POD.replace("spec:\n", "spec:  \n"),
                        after.replace("spec:\n", "spec:  \n")),
                Arguments.of("emoji", "# \uD83D\uDE80\n" + POD, "# \uD83D\uDE80\n" + after),
                Arguments.of(
                        "ends", "---\n" + POD + "...\n---\n# nothing\n", "---\n" + after + "...\n---\n# nothing\n"),
                Arguments.of("separator in a text", POD + "x: |\n  ---\n  a\n", after + "x: |\n  ---\n  a\n"),
                Arguments.of("a bomb in a text", POD + "x: |\n  a: &a [*a, *a]\n", after + "x: |\n  a: &a [*a, *a]\n"),
                Arguments.of(
                        "an anchor",
                        POD.replace("name: web", "name: &n web").replace("name: c", "name: *n"),
                        after.replace("name: web", "name: &n web").replace("name: c", "name: *n")),
                Arguments.of(
                        "a Secret",
                        POD + "---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: SENTINEL}\n",
                        after + "---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: SENTINEL}\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void addsItsLineAndKeepsEveryOtherByte(String what, String before, String after) throws IOException {
        file(before.getBytes(UTF_8));
        generate();
        assertThat(Files.readAllBytes(base.resolve("target/smi/50-app/a.yaml"))).isEqualTo(after.getBytes(UTF_8));
        try (Stream<Path> written = Files.walk(base.resolve("target"))) {
            assertThat(written.filter(Files::isRegularFile)
                            .filter(each -> !each.endsWith("a.yaml") && !each.endsWith("smi.yml")))
                    .allSatisfy(each -> assertThat(Files.readString(each)).doesNotContain("SENTINEL"));
        }
    }

    private Path file(byte[] bytes) throws IOException {
        Files.createDirectories(base.resolve("k8s"));
        return Files.write(base.resolve("k8s/a.yaml"), bytes);
    }

    private void generate() throws IOException {
        new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(base.resolve("k8s/a.yaml"))),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        Declarations.NONE,
                        PlanRequest.of(Settings.DEFAULT)));
    }
}
