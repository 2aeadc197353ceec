package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Backend;
import io.github.meshready.smi.policy.IngressBackend.Source;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IngressBackends for http that restrict nobody: only addresses do (pkg/envoy/lds/ingress.go). */
final class OpenIngress implements Rule {

    private static final String EVERYWHERE = "0.0.0.0/0";

    @Override
    public String id() {
        return "SMI-ING-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (IngressBackend policy : facts.policies().ingressBackends()) {
            Optional<Backend> plain = policy.backends().stream()
                    .filter(backend -> !backend.isEncrypted())
                    .findFirst();
            if (plain.isEmpty()) {
                continue;
            }
            if (policy.sources().stream().noneMatch(Source::isAddress)) {
                findings.add(Finding.of(
                        this,
                        Severity.ERROR,
                        policy.object(),
                        plain.get().location(),
                        "no source says which addresses may call "
                                + Printable.text(plain.get().service()),
                        "anybody who reaches the pods gets in, without the mesh",
                        "add the Service of the proxy in front, or an IPRange, to the sources"));
            }
            policy.sources().stream()
                    .filter(source -> source.isRange() && source.name().name().equals(EVERYWHERE))
                    .forEach(source -> findings.add(Finding.of(
                            this,
                            Severity.INFO,
                            policy.object(),
                            source.location(),
                            "it lets in every address",
                            "anybody who reaches the pods gets in, without the mesh",
                            "name narrower ranges, if the callers are known")));
        }
        return findings;
    }
}
