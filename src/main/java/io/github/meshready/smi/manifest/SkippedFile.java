package io.github.meshready.smi.manifest;

/**
 * A file that was found and not taken for a manifest.
 *
 * @param file its name as shown to people
 * @param reason why it was not taken
 */
public record SkippedFile(String file, String reason) {}
