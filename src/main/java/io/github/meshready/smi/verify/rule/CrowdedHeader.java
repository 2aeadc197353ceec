package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Header items with several keys, and headers listed twice (smi-sdk-go, pkg/apis/specs/v1alpha4/helpers.go). */
final class CrowdedHeader implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (HttpRouteGroup group : facts.policies().groups().values()) {
            for (HttpMatch match : group.matches()) {
                if (!match.headers().isMap()) {
                    check(group, match, findings);
                }
            }
        }
        return findings;
    }

    private void check(HttpRouteGroup group, HttpMatch match, List<Finding> findings) {
        Set<String> seen = new HashSet<>();
        for (Map<String, String> item : match.headers().items()) {
            if (item.size() != 1) {
                findings.add(finding(
                        group,
                        match,
                        "an item of headers in match " + match.name() + " has " + item.size() + " keys",
                        "the mesh cannot decode the group, and may stop reading route groups altogether"));
            }
            for (String header : item.keySet()) {
                if (!seen.add(header)) {
                    findings.add(finding(
                            group,
                            match,
                            "header " + Printable.text(header) + " stands twice in match " + match.name(),
                            "only the later value counts"));
                }
            }
        }
    }

    private Finding finding(HttpRouteGroup group, HttpMatch match, String message, String consequence) {
        return Finding.of(
                this,
                Severity.ERROR,
                group.object(),
                match.headers().location(),
                message,
                consequence,
                "write one header per item, each once: headers: [{one: value}, {other: value}]");
    }
}
