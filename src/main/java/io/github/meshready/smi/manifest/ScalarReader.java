package io.github.meshready.smi.manifest;

import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Reads single values, and refuses those that kubectl refuses although the parser does not. */
final class ScalarReader {

    private static final Set<String> CORE_TAGS = Set.of(
            "tag:yaml.org,2002:str",
            "tag:yaml.org,2002:int",
            "tag:yaml.org,2002:float",
            "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:null",
            "tag:yaml.org,2002:map",
            "tag:yaml.org,2002:seq",
            "tag:yaml.org,2002:binary");

    /** Tag that makes a plain value a text. */
    private static final String TEXT_TAG = "!";

    private final SourceText source;

    ScalarReader(SourceText source) {
        this.source = source;
    }

    /**
     * Reads a value.
     *
     * @param start offset of its first character
     * @param end offset behind its last character
     * @throws InputException if kubectl would not read it
     */
    ScalarNode read(ScalarEvent scalar, int start, int end) {
        checkTag(scalar.getTag(), start);
        checkEscapes(scalar, start, end);
        String tag = scalar.getTag() == null || scalar.getTag().equals(TEXT_TAG) ? "" : scalar.getTag();
        boolean plain = scalar.isPlain() && !TEXT_TAG.equals(scalar.getTag());
        ScalarNode node = new ScalarNode(scalar.getValue(), plain, tag, start, end);
        if (!isAsTagged(node)) {
            throw problem(
                    start,
                    "the value is not what its tag " + shortForm(tag) + " says, and kubectl refuses the file",
                    "remove the tag");
        }
        return node;
    }

    /** Refuses tags of which only the program that wrote them knows what they mean. */
    void checkTag(String tag, int start) {
        if (tag != null && !tag.equals(TEXT_TAG) && !CORE_TAGS.contains(tag)) {
            throw problem(
                    start, "tag " + Printable.text(tag) + " has no meaning in a Kubernetes manifest", "remove the tag");
        }
    }

    /** The parser joins two escapes to one character; kubectl's refuses each of them. */
    private void checkEscapes(ScalarEvent scalar, int start, int end) {
        boolean escaped = scalar.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED
                && scalar.getValue().chars().anyMatch(c -> Character.isSurrogate((char) c))
                && hasSurrogateEscape(source.text(), start, end);
        if (escaped) {
            throw problem(
                    start,
                    "holds an escape \\ud8.. to \\udf.., half a character; kubectl refuses the file",
                    "write the character itself, or \\U with eight digits");
        }
    }

    private static boolean hasSurrogateEscape(String text, int start, int end) {
        for (int i = text.indexOf('\\', start); i >= 0 && i < end; i = text.indexOf('\\', i + 2)) {
            boolean four = text.charAt(i + 1) == 'u';
            if (four && Character.isSurrogate((char) Integer.parseInt(text.substring(i + 2, i + 6), 16))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsTagged(ScalarNode node) {
        return switch (shortForm(node.tag())) {
            case "!!int", "!!bool", "!!null" -> ScalarType.ofPlain(node.value()) == node.type();
            case "!!float" ->
                EnumSet.of(ScalarType.FLOAT, ScalarType.INTEGER).contains(ScalarType.ofPlain(node.value()));
            case "!!binary" -> isBase64(node.value());
            default -> true;
        };
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replaceAll("[\\r\\n]", "")); // as Go's, which skips line ends only
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String shortForm(String tag) {
        return tag.replace("tag:yaml.org,2002:", "!!");
    }

    private InputException problem(int offset, String message, String fix) {
        return new InputException(new InputProblem(source.locate(offset), message, fix));
    }
}
