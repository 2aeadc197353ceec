package io.github.meshready.smi.manifest;

import java.util.Arrays;

/**
 * Where the lines of a text start. A line feed, a carriage return, or both together end a line.
 *
 * @param starts offset of each line's first character, ascending
 * @param onlyLineFeeds whether nothing but line feeds ends lines, for YAML 1.1 neither (section 5.4)
 */
record LineStarts(int[] starts, boolean onlyLineFeeds) {

    static LineStarts of(String text) {
        int[] starts = new int[64];
        int count = 1;
        boolean onlyLineFeeds = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            onlyLineFeeds &= c < 0x85 ? c != '\r' : c != 0x85 && c != 0x2028 && c != 0x2029;
        }
        return new LineStarts(Arrays.copyOf(starts, count), onlyLineFeeds);
    }

    /** 0-based number of the line that holds a character. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Offset of a line's first character. */
    int start(int line) {
        return starts[line];
    }
}
