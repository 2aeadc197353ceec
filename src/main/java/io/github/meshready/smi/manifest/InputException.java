package io.github.meshready.smi.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where the user's input is at fault; carries all problems of one kind, so that they can be mended at once. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<InputProblem> problems;

    public InputException(List<InputProblem> problems) {
        super(render(problems));
        this.problems = List.copyOf(problems);
    }

    /** @param summary what all the problems come to, as a last line */
    InputException(List<InputProblem> problems, String summary) {
        super(render(problems) + System.lineSeparator() + summary);
        this.problems = List.copyOf(problems);
    }

    public InputException(InputProblem problem) {
        this(List.of(problem));
    }

    /** In the order in which they were found. */
    public List<InputProblem> problems() {
        return problems;
    }

    private static String render(List<InputProblem> problems) {
        String newline = System.lineSeparator();
        String shown =
                problems.stream().limit(SHOWN).map(InputProblem::toString).collect(Collectors.joining(newline));
        int hidden = problems.size() - SHOWN;
        return hidden > 0 ? shown + newline + "and " + hidden + " more problems" : shown;
    }
}
