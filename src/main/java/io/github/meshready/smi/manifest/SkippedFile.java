package io.github.meshready.smi.manifest;

/**
 * A file that was found and not taken for a manifest.
 *
 * @param file its name as shown to people
 * @param reason why it was not taken
 */
public record SkippedFile(String file, String reason) {

    static final String TEMPLATE = "a template of a Helm chart; render the chart first (helm template)";
    static final String KUSTOMIZATION = "a kustomization, not a manifest";

    /** Whether it changes other files when kubectl renders it, so that these are not what is applied. */
    public boolean isKustomization() {
        return reason.equals(KUSTOMIZATION);
    }

    /** Whether it would be a manifest once somebody renders it. */
    public boolean isTemplate() {
        return reason.equals(TEMPLATE);
    }

    @Override
    public String toString() {
        return file + " (" + reason + ")";
    }
}
