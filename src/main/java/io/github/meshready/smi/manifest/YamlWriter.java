package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Writes documents of our own: block style, two spaces, line feeds, and quotes around every text that some reader would
 * take for something else.
 */
public final class YamlWriter {

    /** Words that every file of ours starts with, by which it is known. */
    public static final String MARK = "Written by smi-maven-plugin";

    private final StringBuilder text = new StringBuilder();

    /** Adds a comment of one line per element; values in it are made printable. */
    public YamlWriter comment(List<String> lines) {
        for (String line : lines) {
            text.append("# ").append(Printable.text(line)).append('\n');
        }
        return this;
    }

    /**
     * Adds a document.
     *
     * @param comment lines to put above it
     * @param content maps with text keys, lists, texts, whole numbers, booleans, and {@link Node}s of other documents
     */
    public YamlWriter document(List<String> comment, Map<String, ?> content) {
        text.append("---\n");
        comment(comment);
        text.append(body(content));
        return this;
    }

    /**
     * Adds a document of another file as it stands there; only what no longer works behind other documents is not kept:
     * a byte order mark, and line ends that kubectl does not know. JSON is written out as YAML, which has other escapes.
     */
    public YamlWriter copy(Document document) {
        if (document.source().isJson()) {
            return document(List.of(), document.root().mapping().orElseThrow().flattened());
        }
        String written = document.text();
        written = withLineFeeds(written.startsWith("\uFEFF") ? written.substring(1) : written);
        text.append(written.startsWith("---") ? "" : "---\n").append(written);
        if (!written.endsWith("\n")) {
            text.append('\n');
        }
        return this;
    }

    /** To YAML a carriage return alone ends a line; to kubectl it does not. */
    private static String withLineFeeds(String written) {
        return written.indexOf('\r') < 0
                ? written
                : written.replace("\r\n", "\n").replace('\r', '\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String body(Object content) {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        StringWriter out = new StringWriter();
        Emission emission = new Emission(new Emitter(out, options));
        emission.document(content);
        return out.toString();
    }

    private record Emission(Emitter emitter) {

        void document(Object content) {
            emit(new StreamStartEvent(null, null));
            emit(new DocumentStartEvent(null, null, false, null, Map.of()));
            value(content);
            emit(new DocumentEndEvent(null, null, false));
            emit(new StreamEndEvent(null, null));
        }

        private void value(Object value) {
            if (value instanceof Map<?, ?> map) {
                emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
                map.forEach((key, inner) -> {
                    value(key);
                    value(inner);
                });
                emit(new MappingEndEvent(null, null));
            } else if (value instanceof List<?> list) {
                emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
                list.forEach(this::value);
                emit(new SequenceEndEvent(null, null));
            } else if (value instanceof Node node) {
                value(plainValue(node));
            } else if (value instanceof String string) {
                scalar(string, ScalarText.isSafePlain(string));
            } else {
                scalar(value.toString(), true);
            }
        }

        private void scalar(String value, boolean plain) {
            ScalarStyle style = plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
            emit(new ScalarEvent(null, null, new ImplicitTuple(true, true), value, null, null, style));
        }

        private void emit(Event event) {
            try {
                emitter.emit(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What a node of another document holds, with aliases and merge keys written out. */
    private static Object plainValue(Node node) {
        Node value = node.resolved();
        if (value instanceof MappingNode mapping) {
            return mapping.flattened();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.items();
        }
        ScalarNode scalar = (ScalarNode) value;
        return scalar.type() == ScalarType.TEXT ? scalar.value() : new Plain(scalar.value());
    }

    /** A scalar of another type than text, in the spelling that it had. */
    private record Plain(String spelling) {

        @Override
        public String toString() {
            return spelling.isEmpty() ? "null" : spelling;
        }
    }
}
