package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.Evidence;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.Optional;

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
                .map(this::finding)
                .toList();
    }

    private Finding finding(CallDecision decided) {
        Call call = decided.call();
        Decision decision = decided.decision();
        Optional<Location> location = call.evidence().stream()
                .flatMap((Evidence evidence) -> evidence.location().stream())
                .findFirst();
        return new Finding(
                id(),
                Severity.ERROR,
                location.or(() -> Optional.of(call.source().object().location())),
                call.source().object().described(),
                "its call " + call.described() + " is " + decision.verdict(),
                decision.reason(),
                fix(decision.outcome()));
    }

    private static String fix(Outcome outcome) {
        return switch (outcome) {
            case NO_TARGET, PORT_CLOSED, NO_ROUTE, FORBIDDEN, PARTIAL ->
                "run smi:generate, which writes what is missing; if it is no call, name it in <ignoredCalls>";
            case UNSUPPORTED_PROTOCOL -> "correct appProtocol of the Service port";
            case NO_TARGET_PORT -> "name a container port, or give targetPort by number";
            case NO_PODS -> "correct the Service's selector";
            case CLIENT_WITHOUT_SIDECAR, SERVER_WITHOUT_SIDECAR -> "bring both ends into the mesh, or neither";
            case WRONG_KIND -> "use kind: ServiceAccount in the TrafficTarget";
            case BAD_REGEX -> "use the syntax of RE2, without look-around and back-references";
            case ROUTE_ORDER -> "let all callers of the account use the same matches";
            case GRANTED, PERMISSIVE, OUTSIDE -> throw new IllegalArgumentException(outcome + " is no refusal");
        };
    }
}
