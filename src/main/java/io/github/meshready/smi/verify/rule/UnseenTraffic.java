package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Traffic of meshed Services that the mesh does not see: IPv6, and what is not TCP (pkg/injector/iptables.go). */
final class UnseenTraffic implements Rule {

    @Override
    public String id() {
        return "SMI-SVC-09";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (MeshedServices.contains(facts, service)) {
                sixth(service).ifPresent(findings::add);
                service.ports().stream()
                        .filter(port -> !port.isTcp())
                        .findFirst()
                        .ifPresent(port -> findings.add(finding(
                                Severity.INFO,
                                service,
                                port.location(),
                                "port " + port.number() + " carries " + Printable.text(port.transport()),
                                "it passes the mesh by: anybody in the cluster reaches it, whatever policies say",
                                "guard it with a NetworkPolicy")));
            }
        }
        return findings;
    }

    private Optional<Finding> sixth(Service service) {
        Fields spec = service.object().fields().requiredMapping("spec");
        boolean required =
                spec.text("ipFamilyPolicy").filter("RequireDualStack"::equals).isPresent();
        boolean named = spec.scalars("ipFamilies").stream()
                .anyMatch(family -> family.value().equals("IPv6"));
        return required || named
                ? Optional.of(finding(
                        Severity.WARNING,
                        service,
                        spec.location(named ? "ipFamilies" : "ipFamilyPolicy"),
                        "it has an IPv6 address",
                        "the mesh handles IPv4 only: calls to that address pass it by, unencrypted and whatever policies say",
                        "use ipFamilies: [IPv4]"))
                : Optional.empty();
    }

    private Finding finding(
            Severity severity, Service service, Location location, String message, String consequence, String fix) {
        return Finding.of(this, severity, service.object(), location, message, consequence, fix);
    }
}
