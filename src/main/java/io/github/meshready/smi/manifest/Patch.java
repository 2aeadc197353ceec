package io.github.meshready.smi.manifest;

/**
 * One stretch of an edited text that differs from the text before.
 *
 * @param offset where it starts in the edited text
 * @param removed how many characters of the text before are gone there
 * @param inserted how many characters stand there now
 */
public record Patch(int offset, int removed, int inserted) {

    private static final String SEPARATOR = ":";

    /** Reads what {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static Patch parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(text);
        }
        return new Patch(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return offset + SEPARATOR + removed + SEPARATOR + inserted;
    }
}
