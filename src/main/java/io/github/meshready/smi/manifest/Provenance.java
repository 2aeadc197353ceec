package io.github.meshready.smi.manifest;

import java.util.List;

/** The text that another one was made from, so that a place in the copy is named where people can mend it. */
public final class Provenance {

    private final SourceText source;
    private final List<Patch> patches;

    /** By how much the copy is longer than the text before, behind each patch. */
    private final int[] growth;

    /**
     * @param source the text before
     * @param patches what differs, in the order of offsets
     */
    public Provenance(SourceText source, List<Patch> patches) {
        this.source = source;
        this.patches = List.copyOf(patches);
        this.growth = new int[patches.size()];
        int sum = 0;
        for (int i = 0; i < growth.length; i++) {
            sum += patches.get(i).inserted() - patches.get(i).removed();
            growth[i] = sum;
        }
    }

    public SourceText source() {
        return source;
    }

    public List<Patch> patches() {
        return patches;
    }

    /** The offset in the source of a character of the copy; of one that was inserted, where it was inserted. */
    int sourceOffset(int offset) {
        int last = lastAt(offset);
        if (last < 0) {
            return offset;
        }
        Patch patch = patches.get(last);
        return offset < patch.offset() + patch.inserted()
                ? patch.offset() - (last == 0 ? 0 : growth[last - 1])
                : offset - growth[last];
    }

    /** The last patch that starts at an offset or in front of it; -1 if there is none. */
    private int lastAt(int offset) {
        int low = 0;
        int high = patches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (patches.get(middle).offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
