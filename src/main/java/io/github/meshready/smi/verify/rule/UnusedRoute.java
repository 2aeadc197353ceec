package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.region.RouteSpace;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.WiderMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Callers that may use routes beside those that they are known to use. */
final class UnusedRoute implements Rule {

    private record Pair(ObjectName source, ObjectName destination) {}

    @Override
    public String id() {
        return "SMI-ROUTE-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.mesh().mode().permissive()) {
            return findings;
        }
        callsByPair(facts)
                .forEach((source, byDestination) -> byDestination.forEach((destination, calls) -> {
                    Optional<DestinationPolicy> policy = facts.mesh().destination(destination);
                    List<HttpRoute> used = new ArrayList<>();
                    if (policy.isPresent() && allKnown(facts, calls, used)) {
                        check(facts, new Pair(source, destination), policy.get(), RouteSpace.of(used), findings);
                    }
                }));
        return findings;
    }

    private static SortedMap<ObjectName, SortedMap<ObjectName, List<Call>>> callsByPair(Facts facts) {
        SortedMap<ObjectName, SortedMap<ObjectName, List<Call>>> pairs = new TreeMap<>();
        for (Call call : facts.graph().calls()) {
            SortedSet<ObjectName> destinations = new TreeSet<>();
            facts.application().selectedBy(call.service()).forEach(behind -> destinations.add(behind.account()));
            destinations.forEach(
                    destination -> pairs.computeIfAbsent(call.source().account(), key -> new TreeMap<>())
                            .computeIfAbsent(destination, key -> new ArrayList<>())
                            .add(call));
        }
        return pairs;
    }

    /** Whether it is known of all calls which routes they use; these are added. */
    private static boolean allKnown(Facts facts, List<Call> calls, List<HttpRoute> used) {
        for (Call call : calls) {
            Optional<UsedRoutes> ofCall = facts.graph().routes().used(call);
            if (ofCall.isEmpty()) {
                return false;
            }
            used.addAll(ofCall.get().routes());
        }
        return true;
    }

    private void check(Facts facts, Pair pair, DestinationPolicy policy, RouteSpace used, List<Finding> findings) {
        for (Route route : policy.routes()) {
            if (route.callers().contains(pair.source())) {
                Optional<String> request =
                        WiderMatch.request(route.match(), facts.dialect().matchesWholeText(), used);
                Optional<TrafficTarget> target = policy.naming(pair.source()).stream()
                        .filter(each -> each.rules().stream()
                                .anyMatch(rule ->
                                        facts.policies().matches(each, rule).contains(route.match())))
                        .findFirst();
                if (request.isPresent() && target.isPresent()) {
                    findings.add(finding(pair, route, request.get(), target.get()));
                }
            }
        }
    }

    private Finding finding(Pair pair, Route route, String request, TrafficTarget target) {
        return Finding.of(
                this,
                Severity.WARNING,
                target.object(),
                target.object().location(),
                "lets account " + pair.source() + " send " + Printable.text(request) + " to " + pair.destination()
                        + " (match " + Printable.text(route.match().name()) + "), and no call of it uses that",
                "more is allowed than the application needs",
                "run smi:generate for narrower routes, or list the route in the <routes> of the <call>");
    }
}
