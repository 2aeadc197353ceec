package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.mesh.Verdict;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls that would not work. */
final class CallRefused implements Rule {

    @Override
    public String id() {
        return "SMI-CALL-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.decisions().stream()
                .filter(decided -> !decided.decision().isAllowed())
                .filter(decided -> !decided.call().isOnlyBeforeSidecar()) // SMI-POD-03 speaks of these
                .map(decided -> finding(facts, decided.call(), decided.decision()))
                .toList();
    }

    private Finding finding(Facts facts, Call call, Decision decision) {
        return Finding.of(
                this,
                decision.verdict() == Verdict.UNDETERMINED ? Severity.WARNING : Severity.ERROR,
                call.source().object(),
                call.location(),
                "its call " + call.described() + " is " + decision.verdict(),
                decision.reason(),
                fix(facts, call, decision.outcome()));
    }

    private static String fix(Facts facts, Call call, Outcome outcome) {
        return switch (outcome) {
            case NO_TARGET, PORT_CLOSED, NO_ROUTE, FORBIDDEN, PARTIAL -> permit(facts, call);
            case UNSUPPORTED_PROTOCOL ->
                "set appProtocol of port " + call.port().number() + " of Service "
                        + call.service().name() + " to " + call.protocol();
            case NO_TARGET_PORT -> "name a container port, or give targetPort by number";
            case NO_PODS -> "correct the Service's selector";
            case POD_REJECTED -> "correct the annotation: enabled or disabled";
            case LISTENER_REJECTED ->
                "split the Service, so that no two of its ports are or lead to the same, and keep one of"
                        + " two headless Services";
            case HEADLESS_NAME -> "call a Service with a cluster IP";
            case UNKNOWN_HOST -> "send a Host header with a name of the Service";
            case CLIENT_WITHOUT_SIDECAR, SERVER_WITHOUT_SIDECAR -> "bring both ends into the mesh, or neither";
            case SERVER_PORT_EXCLUDED -> "exclude the port at both ends, or at neither";
            case EGRESS_CLOSED -> "bring the called pods into the mesh, or add an Egress for the caller's account";
            case WRONG_KIND -> "use kind: ServiceAccount in the TrafficTarget";
            case BAD_REGEX -> "use the syntax of RE2, without look-around and back-references";
            case ROUTE_ORDER -> "let all callers of the account use the same matches, or make their paths differ";
            case SPLIT_ORDER -> "keep one TrafficSplit for the Service";
            case BROKEN_SPLIT -> "correct the TrafficSplit: rules SMI-SPLIT say what is wrong with it";
            case INGRESS, EGRESS -> "see that the policy lets the caller through";
            case GRANTED, PERMISSIVE, OUTSIDE -> throw new IllegalArgumentException(outcome + " is no refusal");
        };
    }

    /** Where somebody decided which caller may use which routes, {@code smi:generate} hands out nothing to others. */
    private static String permit(Facts facts, Call call) {
        ObjectName account = call.source().account();
        Set<ObjectName> behind = facts.mesh().splits().leaves(call.service(), call.port(), call.toPods()).stream()
                .flatMap(leaf -> facts.application().selectedBy(leaf.service()).stream())
                .map(Workload::account)
                .collect(Collectors.toSet());
        List<TrafficTarget> routed = facts.policies().targets().stream()
                .filter(target -> !target.httpRules().isEmpty() && target.isValid(facts.dialect()))
                .filter(target ->
                        behind.contains(target.destination().orElseThrow().account()))
                .toList();
        String ignore = "; if it is no call, name it in <ignoredCalls>";
        if (routed.isEmpty() || routed.stream().anyMatch(target -> target.hasSource(account))) {
            return "run smi:generate, which writes what is missing" + ignore;
        }
        String names = routed.stream()
                .map(target -> target.object().objectName().toString())
                .sorted()
                .collect(Collectors.joining(" or "));
        return "add account " + account + " to the sources of a TrafficTarget with the routes that it needs, " + names
                + ignore;
    }
}
