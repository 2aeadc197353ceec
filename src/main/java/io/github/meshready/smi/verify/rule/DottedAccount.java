package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Account names with a dot, which the mesh cuts there (pkg/identity/types.go ToK8sServiceAccount). */
final class DottedAccount implements Rule {

    @Override
    public String id() {
        return "SMI-ID-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.application().workloads().stream()
                .filter(workload -> facts.mesh().membership().outside(workload).isEmpty())
                .forEach(workload -> check(
                        workload.account(), workload.object(), workload.object().location(), findings));
        facts.policies()
                .targets()
                .forEach(target -> Stream.concat(target.destination().stream(), target.sources().stream())
                        .forEach((AccountRef account) ->
                                check(account.account(), target.object(), account.location(), findings)));
        return findings;
    }

    private void check(ObjectName account, KubeObject object, Location location, List<Finding> findings) {
        int dot = account.name().indexOf('.');
        if (dot >= 0) {
            findings.add(Finding.of(
                    this,
                    Severity.ERROR,
                    object,
                    location,
                    "service account " + account.name() + " has a dot in its name",
                    "the mesh takes it for account " + account.name().substring(0, dot) + " in namespace "
                            + account.name().substring(dot + 1).split("\\.")[0],
                    "rename the account, without a dot"));
        }
    }
}
