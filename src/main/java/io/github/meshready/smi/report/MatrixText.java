package io.github.meshready.smi.report;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.explain.Matrix;
import io.github.meshready.smi.explain.Matrix.Cell;
import io.github.meshready.smi.explain.Matrix.Column;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who may call whom, for the console: a table; where that would be too wide, a list for each Service port. */
public final class MatrixText {

    private static final int WIDEST = 16;
    private static final String INDENT = "  ";

    private final Matrix matrix;

    public MatrixText(Matrix matrix) {
        this.matrix = matrix;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (matrix.columns().isEmpty() || matrix.callers().isEmpty()) {
            lines.add("Nobody in the mesh is called by anybody in it: it knows "
                    + Count.of(matrix.callers().size(), "workload") + " and "
                    + Count.of(matrix.columns().size(), "port") + " of Services");
        } else if (matrix.columns().size() > WIDEST) {
            addLists(lines);
        } else {
            addTable(lines);
        }
        if (!matrix.outsiders().isEmpty()) {
            lines.add("Not in the mesh: "
                    + matrix.outsiders().stream().map(Workload::id).collect(Collectors.joining(", ")));
        }
        return lines.stream().map(Printable::line).toList();
    }

    private void addTable(List<String> lines) {
        int width = matrix.callers().stream()
                .mapToInt(caller -> caller.id().length())
                .max()
                .orElse(0);
        StringBuilder head = new StringBuilder(INDENT + " ".repeat(width));
        for (int i = 1; i <= matrix.columns().size(); i++) {
            head.append(i < 10 ? INDENT + " " : INDENT).append(i);
        }
        lines.add("Who may call whom:");
        lines.add(head.toString());
        for (int row = 0; row < matrix.callers().size(); row++) {
            String caller = matrix.callers().get(row).id();
            StringBuilder line = new StringBuilder(INDENT + caller + " ".repeat(width - caller.length()));
            for (Column column : matrix.columns()) {
                line.append("   ").append(column.cells().get(row).symbol());
            }
            lines.add(line.toString());
        }
        for (int i = 0; i < matrix.columns().size(); i++) {
            lines.add(INDENT + (i + 1) + " = " + matrix.columns().get(i).name());
        }
        addLegend(lines);
    }

    private void addLists(List<String> lines) {
        lines.add("Who may call whom (callers that are not named are denied):");
        for (Column column : matrix.columns()) {
            lines.add(INDENT + column.name());
            int before = lines.size();
            for (int row = 0; row < matrix.callers().size(); row++) {
                Cell cell = column.cells().get(row);
                if (cell != Cell.NONE) {
                    lines.add(INDENT + INDENT + cell.symbol() + " "
                            + matrix.callers().get(row).id());
                }
            }
            if (lines.size() == before) {
                lines.add(INDENT + INDENT + "nobody");
            }
        }
        addLegend(lines);
    }

    private static void addLegend(List<String> lines) {
        Arrays.stream(Cell.values()).forEach(cell -> lines.add(INDENT + cell.symbol() + "  " + cell.meaning()));
    }
}
