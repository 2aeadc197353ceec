package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import java.util.ArrayList;
import java.util.List;

/** Collects what there is to say about documents, so that all of it can be mended at once; but no more than anybody reads. */
final class Notes {

    private static final int MAX = 100;

    private final List<InputProblem> problems = new ArrayList<>();
    private final List<InputProblem> remarks = new ArrayList<>();

    void problem(InputProblem problem) {
        add(problems, problem);
    }

    void problems(InputException thrown) {
        thrown.problems().forEach(this::problem);
    }

    void remark(InputProblem remark) {
        add(remarks, remark);
    }

    /** What is met on several ways, such as a path item that two paths refer to, is said once. */
    private static void add(List<InputProblem> list, InputProblem note) {
        if (list.size() < MAX && !list.contains(note)) {
            list.add(note);
        }
    }

    List<InputProblem> problems() {
        return problems;
    }

    List<InputProblem> remarks() {
        return remarks;
    }
}
