package io.github.meshready.smi.manifest;

import java.util.Arrays;

/** Turns code point indexes into character indexes; they part ways behind each emoji. */
final class CodePointOffsets {

    /** Code point index of each character that takes two {@code char}s, ascending. */
    private final int[] wide;

    CodePointOffsets(String text) {
        int[] found = new int[8];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count] = i - count;
                count++;
                i++;
            }
        }
        wide = Arrays.copyOf(found, count);
    }

    int charOffset(int codePointIndex) {
        if (wide.length == 0) {
            return codePointIndex;
        }
        int found = Arrays.binarySearch(wide, codePointIndex);
        int before = found >= 0 ? found : -found - 1;
        return codePointIndex + before;
    }

    /** How many code points stand between two characters. Takes no longer on a long line. */
    int count(int start, int end) {
        return codePointIndex(end) - codePointIndex(start);
    }

    private int codePointIndex(int charOffset) {
        int low = 0;
        int high = wide.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (wide[middle] + middle + 1 < charOffset) { // where its second half stands
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return charOffset - low;
    }
}
