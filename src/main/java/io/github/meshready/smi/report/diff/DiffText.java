package io.github.meshready.smi.report.diff;

import io.github.meshready.smi.diff.Change;
import io.github.meshready.smi.diff.Passage;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What differs, for the console. */
public final class DiffText {

    private final Comparison comparison;

    public DiffText(Comparison comparison) {
        this.comparison = comparison;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(comparison.summary());
        if (!comparison.modes().isEmpty()) {
            lines.add(comparison.modes());
        }
        for (Change change : comparison.result().changes()) {
            lines.add("  " + symbol(change) + " " + change.door().kind() + "  " + change.door());
            change.added().forEach(passage -> lines.add("      + " + line(passage, Comparison.ADDED)));
            change.removed().forEach(passage -> lines.add("      - " + line(passage, Comparison.REMOVED)));
        }
        return lines.stream().map(Printable::line).toList();
    }

    private static char symbol(Change change) {
        return switch (change.kind()) {
            case APPEARS -> '+';
            case DISAPPEARS -> '-';
            case CHANGES -> '~';
        };
    }

    private static String line(Passage passage, String otherwise) {
        String places = passage.by().stream().map(Location::toString).collect(Collectors.joining(", "));
        return Comparison.words(passage, otherwise) + (places.isEmpty() ? "" : "  (" + places + ")");
    }
}
