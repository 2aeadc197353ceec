package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Backend;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports that two IngressBackends open, or one of them twice (pkg/policy/client.go; pkg/validator/validators.go). */
final class RepeatedIngress implements Rule {

    @Override
    public String id() {
        return "SMI-ING-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        Map<String, IngressBackend> first = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (IngressBackend policy : facts.policies().ingressBackends()) {
            for (Backend backend : policy.backends()) {
                String port = backend.service() + ":" + backend.port();
                IngressBackend other = first.putIfAbsent(policy.object().namespace() + "/" + port, policy);
                if (other != null) {
                    findings.add(finding(policy, backend, port, other.equals(policy) ? null : other));
                }
            }
        }
        return findings;
    }

    private Finding finding(IngressBackend policy, Backend backend, String port, IngressBackend other) {
        return Finding.of(
                this,
                Severity.ERROR,
                policy.object(),
                backend.location(),
                "it opens " + Printable.text(port)
                        + (other == null
                                ? " twice"
                                : ", as IngressBackend " + other.object().objectName() + " does"),
                other == null
                        ? "the admission webhook rejects it"
                        : "the mesh follows one of them, at random, and ignores the other for this port",
                "open each port once, with all its sources");
    }
}
