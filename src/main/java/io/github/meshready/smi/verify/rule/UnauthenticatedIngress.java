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

/** IngressBackends for https and the identities that they ask for (pkg/catalog/ingress.go; pkg/validator/validators.go). */
final class UnauthenticatedIngress implements Rule {

    private static final String ANYBODY = "*";

    @Override
    public String id() {
        return "SMI-ING-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (IngressBackend policy : facts.policies().ingressBackends()) {
            boolean named = policy.sources().stream().anyMatch(Source::isPrincipal);
            boolean located = policy.sources().stream().anyMatch(Source::isAddress);
            for (Backend backend : policy.backends()) {
                if (backend.isEncrypted() && !named && (backend.skipsClientCertificate() || !located)) {
                    findings.add(nobody(policy, backend));
                }
            }
            if (policy.backends().stream().anyMatch(Backend::isEncrypted)) {
                policy.sources().stream()
                        .filter(source ->
                                source.isPrincipal() && isShort(source.name().name()))
                        .forEach(source -> findings.add(shortened(policy, source)));
            }
        }
        return findings;
    }

    private static boolean isShort(String principal) {
        return !principal.equals(ANYBODY)
                && principal.chars().filter(c -> c == '.').count() < 2;
    }

    private Finding nobody(IngressBackend policy, Backend backend) {
        return Finding.of(
                this,
                Severity.ERROR,
                policy.object(),
                backend.location(),
                "no source of kind AuthenticatedPrincipal says who may call " + Printable.text(backend.service())
                        + " over https",
                backend.skipsClientCertificate()
                        ? "the admission webhook rejects it: skipClientCertValidation needs such a source"
                        : "whoever has a certificate of the mesh gets in: every pod with a sidecar",
                backend.skipsClientCertificate()
                        ? "add one with name: \"*\", or ask for a certificate"
                        : "name the identities that may, such as account.namespace.cluster.local");
    }

    private Finding shortened(IngressBackend policy, Source source) {
        return Finding.of(
                this,
                Severity.WARNING,
                policy.object(),
                source.location(),
                "principal " + Printable.text(source.name().name()) + " lacks the trust domain",
                "certificates hold account.namespace.trust-domain: nobody has this one (except with OSM v1.2.0)",
                "add the trust domain, by default .cluster.local");
    }
}
