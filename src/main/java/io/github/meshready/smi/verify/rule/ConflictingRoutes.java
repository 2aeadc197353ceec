package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.mesh.RouteConflict;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes of one account for different callers that one request can match (pkg/envoy/rds/route; osm#5297). */
final class ConflictingRoutes implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.mesh().mode().permissive()) {
            facts.mesh()
                    .conflicts()
                    .forEach((account, conflicts) ->
                            conflicts.forEach(conflict -> findings.add(finding(account, conflict))));
        }
        return findings;
    }

    private Finding finding(ObjectName account, RouteConflict conflict) {
        HttpMatch one = conflict.one().match();
        HttpMatch other = conflict.other().match();
        Location place = one.location();
        String can = conflict.certain() ? " match" : " may match";
        String example = conflict.example()
                .map(request -> ", such as " + request.words() + ",")
                .orElse(",");
        return new Finding(
                id(),
                conflict.certain() ? Severity.ERROR : Severity.WARNING,
                Optional.of(place),
                "ServiceAccount " + account,
                "match " + one.name() + " and match " + other.name() + " at " + other.location() + can
                        + " the same requests" + example + " and are not for the same callers",
                "the mesh takes either first, at random: callers get 403 now and then",
                "let all callers of the account use the same matches, or make their paths differ",
                List.of());
    }
}
