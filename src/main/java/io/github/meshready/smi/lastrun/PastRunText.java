package io.github.meshready.smi.lastrun;

import io.github.meshready.smi.manifest.Digest;
import io.github.meshready.smi.manifest.Question;
import io.github.meshready.smi.manifest.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A past run as text, a line for each fact, closed by a digest of all of it. Read on every build, so without streams and lambdas. */
final class PastRunText {

    private static final String VERSION = "smi-maven-plugin last run 1";
    private static final char FIELD = '\t';
    private static final String END = "end" + FIELD;

    private PastRunText() {}

    static byte[] write(PastRun run) {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        for (String condition : run.conditions()) {
            line(text, "told", condition);
        }
        line(
                text,
                "days",
                String.valueOf(run.days().first()),
                String.valueOf(run.days().last()));
        for (Sighting sighting : run.sightings()) {
            text.append(line(sighting));
        }
        for (Said said : run.said()) {
            line(text, "said", said.level().toString(), escaped(said.text()));
        }
        String digest = Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
        return text.append(END).append(digest).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The line of a sighting, with its end. */
    static String line(Sighting sighting) {
        StringBuilder line = new StringBuilder();
        line(line, "saw", sighting.question().toString(), sighting.answer(), sighting.name());
        return line.toString();
    }

    private static void line(StringBuilder text, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : String.valueOf(FIELD)).append(fields[i]);
        }
        text.append('\n');
    }

    /** Reads what {@link #write} wrote; empty if it is anything else. */
    static Optional<PastRun> parse(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(END);
        if (end < 0 || !text.substring(end).equals(END + Digest.of(bytes(text, end)) + "\n")) {
            return Optional.empty();
        }
        List<String> lines = split(text.substring(0, end), '\n');
        if (!lines.get(0).equals(VERSION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(lines.subList(1, lines.size() - 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // not written by us
        }
    }

    private static byte[] bytes(String text, int end) {
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    }

    private static PastRun parse(List<String> lines) {
        List<String> conditions = new ArrayList<>();
        Days days = Days.ALL;
        List<Sighting> sightings = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        for (String line : lines) {
            List<String> fields = split(line, FIELD);
            switch (fields.get(0)) {
                case "told" -> conditions.add(fields.get(1));
                case "days" -> days = new Days(Long.parseLong(fields.get(1)), Long.parseLong(fields.get(2)));
                case "saw" ->
                    sightings.add(new Sighting(fields.get(3), Question.valueOf(fields.get(1)), fields.get(2)));
                case "said" -> said.add(new Said(Said.Level.valueOf(fields.get(1)), unescaped(fields.get(2))));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new PastRun(conditions, days, sightings, said);
    }

    /** {@code String.split} without an expression. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                char escaped = text.charAt(i);
                result.append(
                        switch (escaped) {
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'n' -> '\n';
                            default -> escaped;
                        });
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }
}
