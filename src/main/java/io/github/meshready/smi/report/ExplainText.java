package io.github.meshready.smi.report;

import io.github.meshready.smi.explain.Explanation;
import io.github.meshready.smi.explain.Step;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One call explained, for the console. */
public final class ExplainText {

    private static final String INDENT = "  ";
    private static final int TOPIC_WIDTH = 11;

    private final Explanation explanation;

    public ExplainText(Explanation explanation) {
        this.explanation = explanation;
    }

    /** The decision, then what leads to it, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.question().described() + ": "
                + explanation.decision().verdict() + " ("
                + explanation.decision().outcome() + ")");
        lines.add(INDENT + explanation.decision().reason());
        explanation.chain().forEach(step -> lines.add(line(step)));
        explanation.missing().forEach(step -> lines.add(line(step)));
        explanation.evidence().forEach(step -> lines.add(line(step)));
        return lines.stream().map(Printable::line).toList();
    }

    private static String line(Step step) {
        String places = step.places().stream().map(Location::toString).collect(Collectors.joining(", "));
        String padding = " ".repeat(Math.max(1, TOPIC_WIDTH - step.topic().length()));
        return INDENT + step.topic() + padding + step.text() + (places.isEmpty() ? "" : INDENT + "(" + places + ")");
    }
}
