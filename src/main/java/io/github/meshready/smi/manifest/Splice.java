package io.github.meshready.smi.manifest;

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

    /** Applies splices that do not overlap; insertions at one offset keep their order. */
    static String apply(String text, List<Splice> splices) {
        StringBuilder result = new StringBuilder(text.length() + 64 * splices.size());
        int copied = 0;
        for (Splice splice :
                splices.stream().sorted(Comparator.comparingInt(Splice::start)).toList()) {
            result.append(text, copied, splice.start()).append(splice.text());
            copied = splice.end();
        }
        return result.append(text, copied, text.length()).toString();
    }
}
