package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Egress by host on a port that is server-first elsewhere: the proxy then looks at no host there (pkg/envoy/lds/listener.go). */
final class ServerFirstCollision implements Rule {

    private static final Set<String> BY_HOST = Set.of("http", "https");

    @Override
    public String id() {
        return "SMI-PROTO-09";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork's proxy does is not known
        }
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Call call : facts.graph().calls()) {
            boolean serverFirst =
                    call.port().meshProtocol().protocol().equals(Optional.of(AppProtocol.TCP_SERVER_FIRST));
            if (serverFirst && facts.mesh().membership().outside(call.source()).isEmpty()) {
                for (EgressPolicy policy : facts.policies().egress(call.source().account())) {
                    boolean byHost = policy.ports().stream()
                            .anyMatch(
                                    port -> port.number() == call.port().number() && BY_HOST.contains(port.protocol()));
                    if (byHost
                            && seen.add(
                                    policy.object().described() + call.port().number())) {
                        findings.add(finding(call, policy));
                    }
                }
            }
        }
        return findings;
    }

    private Finding finding(Call call, EgressPolicy policy) {
        int number = call.port().number();
        return Finding.of(
                this,
                Severity.WARNING,
                policy.object(),
                policy.portLocation(number),
                "it lets calls out on port " + number + " by host, and "
                        + call.source().name() + " calls Service "
                        + call.service().name() + " on the same number, where the server speaks first",
                "the proxy looks at no first bytes on that port, so it finds no host and refuses the calls out",
                "use another port for one of them, or let the calls out with protocol tcp");
    }
}
