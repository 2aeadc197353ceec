package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the parser is what the parser reads: values, types, positions; what is not, is left to it. */
class CommonTreeReaderTest {

    private static final int MUTANTS = 20_000;
    private static final Path SHARED = Path.of("..", "shared");

    private static final String[] PIECES = {
        ":",
        ": ",
        " ",
        "\n",
        "- ",
        "-",
        "'",
        "\"",
        "#",
        " #",
        "|",
        "|-",
        ">",
        ">+\n",
        "{",
        "}",
        "[",
        "]",
        ",",
        "?",
        "\t",
        "a",
        "---\n",
        "...",
        "&a ",
        "*a",
        "!",
        "%",
        "~",
        "\\",
        "<<",
        "  ",
        "\n\n",
        "é",
        "😀",
        "@",
        "`",
        "0",
        ".",
        "''",
        "key: ",
        "\n  ",
        "\n    ",
        ":\n",
        "|\n",
        ": |\n",
        "- - ",
        "[a, b]",
        "{a: b}",
        "{\"a\":1}",
        "\r\n",
        "\u2028"
    };

    private static final List<String> COMMON = List.of(
            "",
            "# nothing\n",
            "a: b",
            "a: b\n",
            "a: b # c\nc : d\n",
            "a:\nb: ~\nc: 'null'\n",
            "a:\n- b\n-  c\n-\n- - d\n  - e\n",
            "a:\n  - b: 1\n    c: 2\n  -\n    d: x y  z\n  - e:\n    - f\n",
            "a:\n  # text below\n  b\nc:   # and here\n  d: 1\n",
            "a: |\n  b\n   c\n\n  d\n\n\ne: f\n",
            "a: |-\n  b\n\nc: |+\n  d\n\n\ne: >\n  f\n  g\n\n  h\n    i\n  j\n",
            "a: |\n  b",
            "a: |\nb: c\n",
            "x:\n- a: |\n    b\n  c: d\n",
            "a: |\n\n\n   b\n  # no text\nc: d\n",
            "a: {b: c, d : [e, \"f\", 'g h', {}, []], \"i\":j, k: , }\n",
            "a: [b,\n  c, # d\n   {e: f}\n]\ng: h\n",
            "a: http://b:80/c#d\ne: f-g:h\n",
            "a: -1\nb: -x\nc: .5\n.d: \"e\\\"f\\\\g\\nh\"\n'i''j': 'k''l'\n\"m n\": \"\"\n",
            "a: 😀\n😀: b\nc: é #\n",
            "a: b\na: c\n",
            "010: a\ntrue: b\n1.5: c\n");

    @ParameterizedTest
    @FieldSource("COMMON")
    void readsWhatTheParserReads(String text) {
        assertThat(common(text)).as(text).isPresent();
        assertAgreement(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a\n",
                "a\n",
                "a: b\n  c\n",
                "a: 'b\n  c'\n",
                "a: b: c\n",
                "a: &b c\n",
                "a: *b\n",
                "a: !!str b\n",
                "<<: {a: b}\n",
                "? a\n: b\n",
                "a:\tb\n",
                "a: |2\n   b\n",
                "a: |\n    \n  b\n",
                "a: \"\\x41\"\n",
                "a: [b\n c]\n",
                "a: [b: c]\n",
                "a: {b, c: d}\n",
                "a: [b?c]\n",
                "a: b\n b: c\n",
                "a:\n  b: c\n d: e\n",
                "a: b\n...\n",
                "~: a\n",
                "[a]: b\n",
                "a: @b\n",
                "a: %b\n",
                "a: [b\n"
            })
    void leavesToTheParser(String text) {
        assertThat(common(text)).as(text).isEmpty();
        assertAgreement(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b\n---\nc: d\n--- # e\n# f\n---\n---\n\ng: h\n",
                "# a\n---\nb: c\n",
                "\uFEFFa: b\n---\nc: &d e\nf: *d\n",
                "\uFEFF---\na: b\n",
                "a: b\n---\nc: {\n---\nd: e\n",
                "a: b\n---\n%TAG ! x\n---\nc: d\n",
                "%YAML 1.1\n---\na: b\n",
                "a: b\n---\t\nc: d\n",
                "a: b\r\n---\nc: d\n",
                "---#a\nb: c\n---#d\ne: f\n",
                "a: b\n---\nc: d\n...\ne: f\n"
            })
    void readsFilesOfSeveralDocumentsAlike(String text) {
        assertAgreement(text);
    }

    @Test
    void readsMutantsAlike() {
        int common = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            String text = mutant(seed);
            assertAgreement(text);
            common += common(text).isPresent() ? 1 : 0;
        }
        assertThat(common).as("of these not left to the parser").isBetween(MUTANTS / 4, MUTANTS * 3 / 4);
    }

    @Test
    void readsRealAndHostileFilesAlike() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "skipped: " + SHARED + " is not there");
        try (Stream<Path> files = Files.walk(SHARED)) {
            files.filter(file -> file.toString().matches(".*\\.ya?ml")).forEach(file -> {
                try {
                    assertAgreement(SourceText.decode("x.yaml", Files.readAllBytes(file), Limits.DEFAULT));
                } catch (InputException e) {
                    // no text
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void obeysTheLimits() {
        SourceText source = new SourceText("x.yaml", "a: {b: {c: d}}\n");
        for (int depth = 1; depth < 5; depth++) {
            Limits limits = new Limits(100, 1, depth, 100);
            assertThat(byBoth(source, limits)).isEqualTo(byParser(source, limits));
        }
        assertThat(new CommonTreeReader(source.text(), new Limits(100, 1, 3, 16)).read(0, 15, false))
                .isEmpty();
    }

    private static Optional<DocumentTree> common(String text) {
        return new CommonTreeReader(text, Limits.DEFAULT).read(0, text.length(), false);
    }

    private static String mutant(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(
                random.nextInt(3) == 0 ? new RandomDocument(seed).text() : COMMON.get(random.nextInt(COMMON.size())));
        for (int i = random.nextInt(4); i > 0; i--) {
            int place = random.nextInt(text.length() + 1);
            if (random.nextBoolean()) {
                text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(3)));
            }
            text.insert(place, PIECES[random.nextInt(PIECES.length)]);
        }
        // A character that was cut in half stands in no file.
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void assertAgreement(String text) {
        assertAgreement(new SourceText("x.yaml", text));
    }

    private static void assertAgreement(SourceText source) {
        assertThat(byBoth(source, Limits.DEFAULT)).as(source.text()).isEqualTo(byParser(source, Limits.DEFAULT));
    }

    private static String byBoth(SourceText source, Limits limits) {
        try {
            return described(new YamlReader(source, limits).read());
        } catch (InputException e) {
            return e.getMessage();
        }
    }

    private static String byParser(SourceText source, Limits limits) {
        try {
            SeparatorLines separators = new SeparatorLines(source);
            int end = source.text().length();
            return described(
                    YamlReader.documents(source, new TreeReader(source, separators, 0, end, limits).read(true)));
        } catch (InputException e) {
            return e.getMessage();
        }
    }

    private static String described(List<Document> documents) {
        return String.join(
                "\n",
                documents.stream()
                        .map(each -> each.index() + " " + each.start() + " " + each.end() + " " + each.root() + " "
                                + each.shared().size() + " " + each.repeatsKey())
                        .toList());
    }
}
