package io.github.meshready.smi.report;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.mesh.Verdict;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.invariant.InvariantResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code smi:verify} tells besides the findings: what was checked, and that it was something. */
public final class VerifyText {

    private static final int NOTES_SHOWN = 20;

    private final Judgement judgement;
    private final VerifyResult result;

    public VerifyText(Judgement judgement) {
        this.judgement = judgement;
        this.result = judgement.result();
    }

    /** What was checked, to be shown at info level. */
    public List<String> lines() {
        Application application = result.facts().application();
        List<String> lines = new ArrayList<>();
        MeshMode mode = result.facts().mesh().mode();
        lines.add(Count.of(application.workloads().size(), "workload") + ", "
                + Count.of(application.services().size(), "service") + ", "
                + Count.of(result.facts().policies().targets().size(), "TrafficTarget") + "; mesh "
                + result.facts().meshName() + " (" + mode.dialect() + "), permissive mode "
                + (mode.permissive() ? "on" : "off") + " ("
                + mode.source() + ")");
        lines.add(calls() + "; " + summary());
        invariants().ifPresent(lines::add);
        return lines.stream().map(Printable::line).toList();
    }

    private String calls() {
        List<Decision> decisions =
                result.facts().decisions().stream().map(CallDecision::decision).toList();
        long allowed = decisions.stream().filter(Decision::isAllowed).count();
        long outside = decisions.stream()
                .filter(decision -> decision.outcome() == Outcome.OUTSIDE)
                .count();
        long unclear = decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.UNDETERMINED)
                .count();
        return "Calls that work: " + allowed + " of " + decisions.size()
                + (outside > 0 ? ", " + outside + " of them past the mesh" : "")
                + (unclear > 0 ? ", and " + unclear + " that may" : "");
    }

    /** How many invariants hold, if there are any. */
    private Optional<String> invariants() {
        List<InvariantResult> invariants = result.facts().invariants();
        long proved = invariants.stream().filter(InvariantResult::isProved).count();
        long refuted = invariants.size() - proved;
        return invariants.isEmpty()
                ? Optional.empty()
                : Optional.of("Invariants: " + proved + " proved" + (refuted > 0 ? ", " + refuted + " not" : ""));
    }

    /** What is worth knowing and no problem, a line each, to be shown at info level. */
    public List<String> notes() {
        List<String> notes = judgement.open().stream()
                .filter(finding -> finding.severity() == Severity.INFO)
                .map(FindingText::brief)
                .toList();
        List<String> shown = new ArrayList<>(notes.subList(0, Math.min(NOTES_SHOWN, notes.size())));
        if (notes.size() > NOTES_SHOWN) {
            shown.add("and " + Count.of(notes.size() - NOTES_SHOWN, "more note") + ", in mesh.json");
        }
        return shown;
    }

    /** Counts of what was found and counts, such as {@code 2 errors, 1 warning}. */
    public String summary() {
        return Count.of(judgement.count(Severity.ERROR), "error") + ", "
                + Count.of(judgement.count(Severity.WARNING), "warning");
    }
}
