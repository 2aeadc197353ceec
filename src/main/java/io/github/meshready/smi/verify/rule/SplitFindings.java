package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.PortReading;
import io.github.meshready.smi.policy.SplitCheck;
import io.github.meshready.smi.policy.SplitFault;
import io.github.meshready.smi.policy.TrafficSplit;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the TrafficSplits of the manifests, one kind of fault for each rule. */
final class SplitFindings {

    private SplitFindings() {}

    static List<Finding> of(Rule rule, Facts facts, SplitFault.Kind kind) {
        SplitCheck check = new SplitCheck(facts.application(), PortReading.WRITTEN);
        List<Finding> findings = new ArrayList<>();
        for (TrafficSplit split : facts.policies().splits()) {
            int namesakes = facts.policies().splits(split.apex()).size();
            check.faults(split.split(), namesakes).stream()
                    .filter(fault -> fault.kind() == kind)
                    .map(fault -> finding(rule, split, fault))
                    .forEach(findings::add);
        }
        return findings;
    }

    private static Finding finding(Rule rule, TrafficSplit split, SplitFault fault) {
        return Finding.of(
                rule,
                fault.breaks() ? Severity.ERROR : Severity.WARNING,
                split.object(),
                fault.backend().isPresent()
                        ? split.backendLocations().get(fault.backend().getAsInt())
                        : split.hostLocation(),
                fault.message(),
                fault.consequence(),
                fault.fix());
    }
}
