package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Headers written as one mapping, as the SMI text shows them and the CRD rejects them (crds/smi_http_route_group.yaml). */
final class HeadersAsMap implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().groups().values().stream()
                .flatMap(group -> group.matches().stream()
                        .filter(match -> match.headers().isMap())
                        .map((HttpMatch match) -> Finding.of(
                                this,
                                Severity.ERROR,
                                group.object(),
                                match.headers().location(),
                                "headers of match " + match.name() + " are a mapping",
                                "the API server rejects the group: it wants a list",
                                "write a list with one header per item: headers: [{name: value}]")))
                .toList();
    }
}
