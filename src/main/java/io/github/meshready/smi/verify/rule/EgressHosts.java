package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.policy.EgressPolicy.Port;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Egresses for http and the hosts that they name: these have to be named, one by one (pkg/catalog/egress.go). */
final class EgressHosts implements Rule {

    private static final String HTTP = "http";

    @Override
    public String id() {
        return "SMI-EGR-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (EgressPolicy policy : facts.policies().egressPolicies()) {
            policy.ports().stream()
                    .filter(port -> port.protocol().equals(HTTP))
                    .findFirst()
                    .ifPresent(port -> check(policy, port, findings));
        }
        return findings;
    }

    private void check(EgressPolicy policy, Port port, List<Finding> findings) {
        if (policy.hosts().isEmpty()) {
            findings.add(finding(
                    policy,
                    Severity.ERROR,
                    port.location(),
                    "it lets out http on port " + port.number() + " and names no hosts",
                    "no request has a route: all get 404",
                    "name the hosts, or use protocol tcp"));
        }
        Fields spec = policy.object().fields().requiredMapping("spec");
        policy.hosts().stream()
                .filter(host -> host.indexOf('*') >= 0)
                .findFirst()
                .ifPresent(host -> findings.add(finding(
                        policy,
                        Severity.ERROR,
                        spec.location("hosts"),
                        "it lets out http to " + Printable.text(host),
                        "the mesh looks hosts of http up by name, which no wildcard has: such requests fail",
                        "name each host; only https takes wildcards")));
        boolean onlyHttp =
                policy.ports().stream().allMatch(each -> each.protocol().equals(HTTP));
        if (onlyHttp && !policy.ranges().isEmpty()) {
            findings.add(finding(
                    policy,
                    Severity.WARNING,
                    spec.location("ipAddresses"),
                    "it lists ipAddresses for http",
                    "they have no effect there: hosts alone decide",
                    "remove them, or use protocol tcp"));
        }
    }

    private Finding finding(
            EgressPolicy policy, Severity severity, Location location, String message, String consequence, String fix) {
        return Finding.of(this, severity, policy.object(), location, message, consequence, fix);
    }
}
