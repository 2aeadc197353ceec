package io.github.meshready.smi.manifest;

import java.util.OptionalLong;

/**
 * A single value.
 *
 * @param value the decoded text: quotes, escapes and folding are undone
 * @param plain whether it was written without quotes, so that its type depends on its text
 * @param tag the tag as resolved by YAML, or the empty string
 * @param start see {@link Node#start()}
 * @param end see {@link Node#end()}
 */
public record ScalarNode(String value, boolean plain, String tag, int start, int end) implements Node {

    /** What kubectl takes the value for. */
    public ScalarType type() {
        return switch (tag) {
            case "" -> plain ? ScalarType.ofPlain(value) : ScalarType.TEXT;
            case "tag:yaml.org,2002:int" -> ScalarType.INTEGER;
            case "tag:yaml.org,2002:float" -> ScalarType.FLOAT;
            case "tag:yaml.org,2002:bool" -> ScalarType.BOOLEAN;
            case "tag:yaml.org,2002:null" -> ScalarType.NULL;
            case "tag:yaml.org,2002:binary" -> ScalarType.BINARY;
            default -> ScalarType.TEXT;
        };
    }

    /** Whether kubectl takes the scalar for a key: no null, and no number beyond 64 bits with a sign. */
    boolean isKey() {
        ScalarType type = type();
        return type != ScalarType.NULL
                && (type != ScalarType.INTEGER || ScalarType.integerOf(value).isPresent());
    }

    /**
     * The text that kubectl makes of the scalar as a key: JSON knows only texts there, so {@code on} becomes
     * {@code true} and {@code 0x10} becomes {@code 16} (sigs.k8s.io/yaml, convertToJSONableObject).
     */
    public String keyText() {
        return switch (type()) {
            case BOOLEAN -> Boolean.toString(ScalarType.isTrue(value));
            case INTEGER -> {
                OptionalLong number = ScalarType.integerOf(value);
                yield number.isPresent() ? Long.toString(number.getAsLong()) : value;
            }
            case FLOAT -> FloatKey.text(value);
            default -> value;
        };
    }
}
