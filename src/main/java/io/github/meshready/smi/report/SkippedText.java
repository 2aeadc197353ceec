package io.github.meshready.smi.report;

import io.github.meshready.smi.manifest.ManifestSet;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.SkippedFile;
import java.util.ArrayList;
import java.util.List;

/** What was found and not read, so that nobody takes it for checked. */
public final class SkippedText {

    private static final int SHOWN = 40;

    private final List<SkippedFile> skipped;

    public SkippedText(ManifestSet read) {
        this.skipped = read.skipped();
    }

    /** The files, to be shown at info level. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!skipped.isEmpty()) {
            lines.add("Skipped: " + skipped.size());
            skipped.stream()
                    .limit(SHOWN)
                    .map(file -> "  " + Printable.line(file.toString()))
                    .forEach(lines::add);
        }
        if (skipped.size() > SHOWN) {
            lines.add("  and " + (skipped.size() - SHOWN) + " more, in mesh.json");
        }
        return lines;
    }

    /** What is applied differently than it stands in the files that were read. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (SkippedFile file : skipped) {
            if (file.isKustomization()) {
                warnings.add(file.file() + " is not followed: what it changes in the files beside it is not seen; name"
                        + " its folder in smi.manifests and set smi.kustomize, or render it yourself");
            }
        }
        long templates = skipped.stream().filter(SkippedFile::isTemplate).count();
        if (templates > 0) {
            warnings.add("What Helm would make of " + Count.of(templates, "template") + " is not seen: render the chart"
                    + " (helm template NAME CHART > app.yaml) and name the result in smi.manifests");
        }
        return warnings.stream().map(Printable::line).toList();
    }
}
