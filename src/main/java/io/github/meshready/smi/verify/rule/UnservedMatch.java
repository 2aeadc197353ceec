package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.route.region.RouteSpace;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.WiderMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Matches that let through requests for which there is no route: the policy is wider than what is served. */
final class UnservedMatch implements Rule {

    @Override
    public String id() {
        return "SMI-ROUTE-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        RouteBook book = facts.graph().routes();
        for (Map.Entry<ObjectName, List<Workload>> running :
                facts.mesh().runningAs().entrySet()) {
            Optional<DestinationPolicy> policy = facts.mesh().destination(running.getKey());
            Optional<List<HttpRoute>> served = book.served(running.getValue());
            if (policy.isPresent() && served.isPresent()) {
                RouteSpace space = RouteSpace.of(served.get());
                boolean sure = running.getValue().stream()
                        .flatMap(workload -> book.served(workload).stream())
                        .map(ServedRoutes::uncovered)
                        .allMatch(List::isEmpty);
                for (Route route : policy.get().routes()) {
                    WiderMatch.request(route.match(), facts.dialect().matchesWholeText(), space)
                            .ifPresent(request ->
                                    findings.add(finding(facts, running.getKey(), route.match(), request, sure)));
                }
            }
        }
        return findings;
    }

    private Finding finding(Facts facts, ObjectName account, HttpMatch match, String request, boolean sure) {
        return facts.policies().groups().values().stream()
                .filter(group -> group.matches().contains(match))
                .findFirst()
                .map(group -> Finding.of(
                        this,
                        sure ? Severity.WARNING : Severity.INFO,
                        group.object(),
                        match.location(),
                        "match " + Printable.text(match.name()) + " lets " + Printable.text(request)
                                + " through to account " + account + ", which serves no such route",
                        "more is allowed than the application needs",
                        "run smi:generate for narrower routes, or correct the match; if it is served, name it in"
                                + " <routes>"))
                .orElseThrow();
    }
}
