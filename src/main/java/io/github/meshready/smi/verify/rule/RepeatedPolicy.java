package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.TreeComparison;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.Smi;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Policies that say what another one says already, or that stand in the manifests twice and differ. */
final class RepeatedPolicy implements Rule {

    private static final Set<String> KINDS =
            Set.of(Smi.INGRESS_BACKEND, Smi.EGRESS, Smi.TRAFFIC_SPLIT, "Retry", TrafficSettings.KIND);

    @Override
    public String id() {
        return "SMI-TT-18";
    }

    private record Content(Optional<AccountName> destination, Set<AccountName> sources, Set<RuleContent> rules) {}

    private record AccountName(String kind, ObjectName name) {

        static AccountName of(AccountRef account) {
            return new AccountName(account.kind(), account.account());
        }
    }

    private record RuleContent(String kind, String name, Set<String> matches) {}

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Map<Content, TrafficTarget> first = new HashMap<>();
        for (TrafficTarget target : facts.policies().targets()) {
            TrafficTarget other = first.putIfAbsent(content(target), target);
            if (other != null
                    && target.isValid(facts.dialect())
                    && !target.sources().isEmpty()) {
                findings.add(finding(
                        target.object(),
                        Severity.INFO,
                        "it says the same as TrafficTarget " + other.object().objectName(),
                        "nothing, until one of them is changed and the other still allows what it did",
                        "keep one of them"));
            }
        }
        Map<String, KubeObject> known = new HashMap<>();
        for (KubeObject object : facts.application().objects()) {
            KubeObject other = KINDS.contains(object.kind()) ? known.putIfAbsent(object.identity(), object) : null;
            if (other != null && !TreeComparison.isSame(other.root(), object.root())) {
                findings.add(finding(
                        object,
                        Severity.WARNING,
                        "it is defined a second time and differently (first at " + other.location() + ")",
                        "which one holds depends on the order of application",
                        "keep one of them"));
            }
        }
        return findings;
    }

    private static Content content(TrafficTarget target) {
        return new Content(
                target.destination().map(AccountName::of),
                target.sources().stream().map(AccountName::of).collect(Collectors.toSet()),
                target.rules().stream()
                        .map(rule -> new RuleContent(rule.kind(), rule.name(), Set.copyOf(rule.matches())))
                        .collect(Collectors.toSet()));
    }

    private Finding finding(KubeObject object, Severity severity, String message, String consequence, String fix) {
        return Finding.of(this, severity, object, object.location(), message, consequence, fix);
    }
}
