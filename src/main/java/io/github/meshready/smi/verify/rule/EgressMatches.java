package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.policy.Smi;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes and settings that an Egress names and that are none (pkg/validator/validators.go; pkg/catalog/egress.go). */
final class EgressMatches implements Rule {

    private static final String SETTING = "UpstreamTrafficSetting";

    @Override
    public String id() {
        return "SMI-EGR-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (EgressPolicy policy : facts.policies().egressPolicies()) {
            int settings = 0;
            for (Fields match : policy.object()
                    .fields()
                    .mapping("spec")
                    .map(spec -> spec.mappings("matches"))
                    .orElse(List.of())) {
                fault(facts, policy, match).ifPresent(findings::add);
                if (match.text("kind").filter(SETTING::equals).isPresent() && ++settings == 2) {
                    findings.add(finding(
                            policy,
                            match,
                            "it names a second " + SETTING,
                            "the admission webhook rejects the policy",
                            "name one"));
                }
            }
        }
        return findings;
    }

    private Optional<Finding> fault(Facts facts, EgressPolicy policy, Fields match) {
        String version = match.text("apiGroup").orElse("");
        String kind = match.text("kind").orElse("");
        ObjectName name =
                new ObjectName(policy.object().namespace(), match.text("name").orElse(""));
        boolean group = kind.equals(Smi.HTTP_ROUTE_GROUP);
        String wanted = group ? Smi.SPECS_VERSION : facts.dialect().policyVersion();
        if (!group && !kind.equals(SETTING) || !version.equals(wanted)) {
            return Optional.of(finding(
                    policy,
                    match,
                    "it names " + Printable.text(version + " " + kind),
                    "the admission webhook rejects the policy",
                    "write apiGroup: " + Smi.SPECS_VERSION + " with kind: " + Smi.HTTP_ROUTE_GROUP + ", or apiGroup: "
                            + facts.dialect().policyVersion() + " with kind: " + SETTING));
        }
        boolean defined = group
                ? facts.policies().group(name).isPresent()
                : facts.application().objects(facts.dialect().group("policy"), SETTING).stream()
                        .anyMatch(object -> object.objectName().equals(name));
        return defined
                ? Optional.empty()
                : Optional.of(finding(
                        policy,
                        match,
                        "no manifest defines " + kind + " " + Printable.text(name.toString()),
                        group ? "no request has a route: all get 404" : "the mesh ignores the whole policy",
                        "correct the name; it has to be in the namespace of the policy"));
    }

    private Finding finding(EgressPolicy policy, Fields match, String message, String consequence, String fix) {
        return Finding.of(this, Severity.ERROR, policy.object(), match.location(), message, consequence, fix);
    }
}
