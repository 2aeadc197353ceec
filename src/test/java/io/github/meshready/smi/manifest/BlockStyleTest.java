package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** What is written is what SnakeYAML's emitter writes of random content. */
class BlockStyleTest {

    private static final int CASES = 5_000;

    private static final String[] TEXTS = {
        "a",
        "web",
        "v1",
        "apps/v1",
        "",
        " ",
        "a b",
        "8080",
        "true",
        "y",
        "~",
        "1.5",
        ".5",
        ".a",
        "-",
        "a:",
        "a:b",
        "a: b",
        "#",
        "a\"b\\c",
        "x\ny",
        "\t",
        "\u0000\u001f\u007f",
        "\u0085\u00a0\u2028\u2029\uFEFF",
        "é",
        "😀",
        "\uFFFE\uFFFF",
        "\u0080\u009f",
        "k".repeat(127),
        "k".repeat(128),
        "'",
        "{}",
        "[]",
        "?",
        "@x",
        "x@y",
        "/",
        "_",
        "<<",
        "=",
        "0x1F",
        "null"
    };

    @Test
    void isThatOfTheEmitter() throws IOException {
        for (long seed = 0; seed < CASES; seed++) {
            Map<String, Object> content = map(new Random(seed), 4);
            StringBuilder written = new StringBuilder();
            new BlockStyle(written).document(content);
            assertThat(written.toString()).as("seed " + seed).isEqualTo(emitted(content));
        }
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(random), value(random, depth - 1));
        }
        return map;
    }

    private static Object value(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 4);
        if (kind >= 6) {
            return map(random, depth);
        }
        if (kind >= 4) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                list.add(value(random, depth - 1));
            }
            return list;
        }
        return kind == 0 ? (Object) random.nextInt(100) : kind == 1 ? random.nextBoolean() : text(random);
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static String emitted(Object content) throws IOException {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        StringWriter out = new StringWriter();
        Emitter emitter = new Emitter(out, options);
        emitter.emit(new StreamStartEvent(null, null));
        emitter.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
        emit(content, emitter);
        emitter.emit(new DocumentEndEvent(null, null, false));
        emitter.emit(new StreamEndEvent(null, null));
        return out.toString();
    }

    private static void emit(Object value, Emitter emitter) throws IOException {
        if (value instanceof Map<?, ?> map) {
            emitter.emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                emit(entry.getKey(), emitter);
                emit(entry.getValue(), emitter);
            }
            emitter.emit(new MappingEndEvent(null, null));
        } else if (value instanceof List<?> list) {
            emitter.emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
            for (Object item : list) {
                emit(item, emitter);
            }
            emitter.emit(new SequenceEndEvent(null, null));
        } else {
            boolean plain = !(value instanceof String text) || ScalarText.isSafePlain(text);
            ScalarStyle style = plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
            emitter.emit(
                    new ScalarEvent(null, null, new ImplicitTuple(true, true), value.toString(), null, null, style));
        }
    }
}
