package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Text that takes the place of other text.
 *
 * @param start offset of the first character replaced
 * @param end offset behind the last character replaced; equal to {@code start} for an insertion
 * @param text what to put there
 */
record Splice(int start, int end, String text) {

    static Splice insertion(int offset, String text) {
        return new Splice(offset, offset, text);
    }

    /** Whether what another one is about goes with this one. */
    boolean covers(Splice other) {
        return text.isEmpty() && start <= other.start && other.end <= end;
    }

    /**
     * Applies splices; insertions at one offset keep their order.
     *
     * @throws OverlapException if two of them replace the same text
     */
    static SourceText apply(SourceText source, List<Splice> splices) {
        String text = source.text();
        StringBuilder result = new StringBuilder(text.length() + 64 * splices.size());
        List<Patch> patches = new ArrayList<>();
        int copied = 0;
        List<Splice> sorted = splices.stream()
                .sorted(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end))
                .toList();
        for (Splice splice : sorted) {
            if (splice.start() < copied) {
                throw new OverlapException();
            }
            result.append(text, copied, splice.start());
            patches.add(new Patch(
                    result.length(),
                    splice.end() - splice.start(),
                    splice.text().length()));
            result.append(splice.text());
            copied = splice.end();
        }
        result.append(text, copied, text.length());
        return new SourceText(source.name(), result.toString()).madeFrom(new Provenance(source, patches));
    }

    /** Two edits want the same text. */
    static final class OverlapException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
