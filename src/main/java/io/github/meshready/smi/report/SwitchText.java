package io.github.meshready.smi.report;

import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.VerifyResult;
import java.util.ArrayList;
import java.util.List;

/** What will break on the day on which permissive mode is switched off, with the policies that are written then. */
public final class SwitchText {

    private static final int SHOWN = 40;

    private final VerifyResult enforced;

    /** @param enforced what verification says of the apply set of that day */
    public SwitchText(VerifyResult enforced) {
        this.enforced = enforced;
    }

    /** To be shown at info level. */
    public List<String> lines() {
        List<CallDecision> decisions = enforced.facts().decisions();
        List<String> broken = new ArrayList<>();
        for (CallDecision each : decisions) {
            Decision decision = each.decision();
            if (!decision.isAllowed()) {
                broken.add(each.call().described() + " will be " + decision.verdict() + ": " + decision.reason());
            }
        }
        List<Call> unsure = enforced.facts().graph().suggestions();
        unsure.forEach(call -> broken.add(call.described() + " will be refused, if it is a call: declare it then"));
        List<String> lines = new ArrayList<>();
        lines.add("On the day permissive mode is switched off, after smi:generate for that mode: "
                + (decisions.size() - broken.size() + unsure.size()) + " of "
                + Count.of(decisions.size(), "call") + " will work"
                + (broken.isEmpty() ? "" : "; what will not: " + broken.size()));
        broken.stream().limit(SHOWN).map(item -> "  " + item).forEach(lines::add);
        if (broken.size() > SHOWN) {
            lines.add("  and " + (broken.size() - SHOWN) + " more");
        }
        return lines.stream().map(Printable::line).toList();
    }
}
