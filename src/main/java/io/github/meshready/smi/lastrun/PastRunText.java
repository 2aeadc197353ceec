package io.github.meshready.smi.lastrun;

import io.github.meshready.smi.manifest.Question;
import io.github.meshready.smi.manifest.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A past run as text, a line for each fact, and what was printed behind its length. A checksum closes it, against damage: who wants to
 * deceive can run the goals. It is read on every build, so nothing here looks at single characters.
 */
final class PastRunText {

    private static final String VERSION = "smi-maven-plugin last run 1";
    private static final char FIELD = '\t';
    private static final String END = "end" + FIELD;

    private PastRunText() {}

    static byte[] write(PastRun run) {
        StringBuilder text = new StringBuilder();
        line(text, VERSION);
        for (String condition : run.conditions()) {
            line(text, "told", condition);
        }
        line(
                text,
                "days",
                String.valueOf(run.days().first()),
                String.valueOf(run.days().last()));
        for (Sighting sighting : run.sightings()) {
            line(text, "saw", sighting.question().toString(), sighting.answer(), sighting.name());
        }
        for (Said said : run.said()) {
            line(
                    text,
                    "said",
                    said.level().toString(),
                    String.valueOf(said.text().length()));
            line(text, said.text());
        }
        line(text, "end", checksum(text.toString()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : String.valueOf(FIELD)).append(fields[i]);
        }
        text.append('\n');
    }

    private static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.valueOf(checksum.getValue());
    }

    /** Reads what {@link #write} wrote; empty if it is anything else. */
    static Optional<PastRun> parse(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(END);
        if (end < 0 || !text.startsWith(VERSION + "\n")) {
            return Optional.empty();
        }
        String facts = text.substring(0, end);
        if (!text.substring(end).equals(END + checksum(facts) + "\n")) {
            return Optional.empty();
        }
        try {
            return Optional.of(facts(facts));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // not written by us
        }
    }

    private static PastRun facts(String text) {
        List<String> conditions = new ArrayList<>();
        Days days = Days.ALL;
        List<Sighting> sightings = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        int at = VERSION.length() + 1;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            List<String> fields = fields(text.substring(at, end));
            at = end + 1;
            switch (fields.get(0)) {
                case "told" -> conditions.add(fields.get(1));
                case "days" -> days = new Days(Long.parseLong(fields.get(1)), Long.parseLong(fields.get(2)));
                case "saw" ->
                    sightings.add(new Sighting(fields.get(3), Question.valueOf(fields.get(1)), fields.get(2)));
                case "said" -> {
                    int length = Integer.parseInt(fields.get(2));
                    said.add(new Said(Said.Level.valueOf(fields.get(1)), text.substring(at, at + length)));
                    at += length + 1;
                }
                default -> throw new IllegalArgumentException("no fact: " + fields.get(0));
            }
        }
        return new PastRun(conditions, days, sightings, said);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(FIELD); end >= 0; end = line.indexOf(FIELD, start)) {
            fields.add(line.substring(start, end));
            start = end + 1;
        }
        fields.add(line.substring(start));
        return fields;
    }
}
