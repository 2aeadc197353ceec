package io.github.meshready.smi.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds the located trees of a file of JSON: objects one behind the other. kubectl takes every file that starts with a
 * brace for strict JSON (k8s.io/apimachinery, pkg/util/yaml/decoder.go GuessJSONStream), whatever its ending says.
 */
final class JsonTreeReader {

    private final SourceText source;
    private final Limits limits;
    private JsonParser tokens;
    private boolean repeatsKey;

    JsonTreeReader(SourceText source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /**
     * The objects of the file.
     *
     * @throws InputException at the first thing that is no JSON
     */
    List<Document> read() {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxStringLength(limits.fileSize())
                .build();
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(constraints).build();
        try (JsonParser parser = factory.createParser(characters())) {
            tokens = parser;
            return readDocuments();
        } catch (JsonProcessingException e) {
            long offset = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
            throw new InputException(
                    SyntaxAdvice.describeJson(source, (int) Math.max(0, offset), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with a blank for the byte order mark, which kubectl skips. */
    private char[] characters() {
        char[] characters = source.text().toCharArray();
        if (characters[0] == TextDecoder.BYTE_ORDER_MARK) {
            characters[0] = ' ';
        }
        return characters;
    }

    private List<Document> readDocuments() throws IOException {
        List<Node> roots = new ArrayList<>();
        List<Boolean> repeating = new ArrayList<>();
        while (tokens.nextToken() != null) {
            repeatsKey = false;
            roots.add(readNode(0));
            repeating.add(repeatsKey);
        }
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            int start = i == 0 ? 0 : roots.get(i - 1).end();
            int end = i + 1 < roots.size() ? roots.get(i).end() : source.text().length();
            documents.add(new Document(source, i, roots.get(i), start, end, Set.of(), repeating.get(i)));
        }
        return documents;
    }

    private Node readNode(int depth) throws IOException {
        int start = offset();
        if (depth > limits.depth()) {
            throw new InputException(TreeReader.tooDeep(source.locate(start), limits));
        }
        JsonToken token = tokens.currentToken();
        return switch (token) {
            case START_OBJECT -> readObject(start, depth);
            case START_ARRAY -> readArray(start, depth);
            case VALUE_STRING -> readText(start);
            default -> {
                String spelling = tokens.getText();
                yield new ScalarNode(spelling, true, "", start, start + spelling.length());
            }
        };
    }

    private MappingNode readObject(int start, int depth) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            ScalarNode key = readText(offset());
            repeatsKey |= !keys.add(key.value());
            tokens.nextToken();
            entries.add(new Entry(key, readNode(depth + 1)));
        }
        return new MappingNode(entries, true, start, offset() + 1);
    }

    private SequenceNode readArray(int start, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            items.add(readNode(depth + 1));
        }
        return new SequenceNode(items, true, start, offset() + 1);
    }

    private ScalarNode readText(int start) throws IOException {
        String value = tokens.getText();
        int end = start + 1;
        while (source.text().charAt(end) != '"') {
            end += source.text().charAt(end) == '\\' ? 2 : 1;
        }
        return new ScalarNode(value, false, "", start, end + 1);
    }

    private int offset() {
        return (int) tokens.currentTokenLocation().getCharOffset();
    }
}
