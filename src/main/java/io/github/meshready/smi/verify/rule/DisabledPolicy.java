package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies that a switch of the MeshConfig keeps from having an effect (pkg/catalog/retry.go; pkg/catalog/egress.go). */
final class DisabledPolicy implements Rule {

    private static final String RETRY = "Retry";

    @Override
    public String id() {
        return "SMI-CFG-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Optional<MeshConfig> config = facts.mesh().mode().config();
        boolean retries = config.flatMap(MeshConfig::retryPolicies).orElse(false);
        facts.application().objects(facts.dialect().group("policy"), RETRY).stream()
                .filter(object -> !retries)
                .forEach(object -> findings.add(finding(
                        object,
                        config.isPresent() ? Severity.WARNING : Severity.INFO,
                        config.isPresent()
                                ? "featureFlags.enableRetryPolicy of the MeshConfig is not true"
                                : "featureFlags.enableRetryPolicy of the MeshConfig is false by default",
                        "set featureFlags.enableRetryPolicy of the MeshConfig to true")));
        facts.policies().egressPolicies().stream()
                .filter(policy -> !facts.mesh().mode().readsEgressPolicies())
                .forEach(policy -> findings.add(finding(
                        policy.object(),
                        Severity.WARNING,
                        "featureFlags.enableEgressPolicy of the MeshConfig is false",
                        "set featureFlags.enableEgressPolicy of the MeshConfig to true")));
        return findings;
    }

    private Finding finding(KubeObject object, Severity severity, String message, String fix) {
        return Finding.of(
                this, severity, object, object.location(), message, "the mesh ignores the " + object.kind(), fix);
    }
}
