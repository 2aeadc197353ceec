package io.github.meshready.smi.manifest;

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
}
