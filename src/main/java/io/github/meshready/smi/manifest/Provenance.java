package io.github.meshready.smi.manifest;

import java.util.List;

/**
 * The text that another one was made from, so that a place in the copy is named where people can mend it.
 *
 * @param source the text before
 * @param patches what differs, in the order of offsets
 */
public record Provenance(SourceText source, List<Patch> patches) {

    public Provenance {
        patches = List.copyOf(patches);
    }

    /** The offset in the source of a character of the copy; of one that was inserted, where it was inserted. */
    int sourceOffset(int offset) {
        int shift = 0;
        for (Patch patch : patches) {
            if (offset < patch.offset()) {
                break;
            }
            if (offset < patch.offset() + patch.inserted()) {
                return patch.offset() - shift;
            }
            shift += patch.inserted() - patch.removed();
        }
        return offset - shift;
    }
}
