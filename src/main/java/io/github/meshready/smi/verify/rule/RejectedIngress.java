package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Source;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** IngressBackends that the admission webhook rejects (pkg/validator/validators.go). */
final class RejectedIngress implements Rule {

    @Override
    public String id() {
        return "SMI-ING-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (IngressBackend policy : facts.policies().ingressBackends()) {
            policy.backends().stream()
                    .filter(backend ->
                            !facts.dialect().takesIngress(backend.protocol().toLowerCase(Locale.ROOT)))
                    .forEach(backend -> findings.add(finding(
                            policy,
                            policy.portLocation(backend, "protocol"),
                            "protocol \"" + Printable.text(backend.protocol()) + "\" is not known",
                            "write http or https")));
            policy.sources()
                    .forEach(source -> fault(source)
                            .ifPresent(fault -> findings.add(finding(
                                    policy,
                                    source.location(),
                                    fault,
                                    "write a Service with name and namespace, an IPRange with a CIDR as its name, or an"
                                            + " AuthenticatedPrincipal"))));
        }
        return findings;
    }

    private static Optional<String> fault(Source source) {
        if (source.isService()) {
            return source.name().namespace().isEmpty()
                    ? Optional.of(
                            "source Service " + Printable.text(source.name().name()) + " names no namespace")
                    : Optional.empty();
        }
        if (source.isRange()) {
            String range = source.name().name();
            return Cidr.isRange(range) || range.indexOf(':') >= 0 && range.indexOf('/') > 0
                    ? Optional.empty()
                    : Optional.of("IPRange " + Printable.text(range) + " is no range of addresses");
        }
        return source.isPrincipal()
                ? Optional.empty()
                : Optional.of("source kind \"" + Printable.text(source.kind()) + "\" is not known");
    }

    private Finding finding(IngressBackend policy, Location location, String message, String fix) {
        return Finding.of(
                this,
                Severity.ERROR,
                policy.object(),
                location,
                message,
                "the admission webhook rejects the policy",
                fix);
    }
}
