package io.github.meshready.smi.manifest;

/**
 * How much is read before an input is refused, so that no file can keep a build busy or bring it down.
 *
 * @param fileSize bytes of one file
 * @param files files below the inputs
 * @param depth levels of nesting in one document
 * @param expansion characters that aliases may add to a value; the API server takes no object above 3 MiB
 */
public record Limits(int fileSize, int files, int depth, int expansion) {

    /** Far above what real applications need. */
    public static final Limits DEFAULT = new Limits(64 << 20, 20_000, 256, 3 << 20);

    /** The most that can be asked for; what was accepted once is read again within these. */
    public static final Limits LARGEST = new Limits(1 << 30, 10_000_000, 1_000, 1 << 30);
}
