package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.TrafficTarget;
import java.util.List;
import java.util.Optional;

/** What the pods of one account do with a caller, policies enforced: first the listener, then the routes. */
final class AccountDecision {

    private AccountDecision() {}

    static Decision decide(
            DestinationPolicy policy,
            ObjectName source,
            ObjectName destination,
            ServedPort port,
            Optional<HttpRequest> request) {
        List<TrafficTarget> naming = policy.naming(source);
        if (naming.isEmpty()) {
            return noTarget(source, destination);
        }
        if (!policy.handsOutPods(source)) {
            return new Decision(
                    Outcome.WRONG_KIND,
                    "the TrafficTarget names an identity that is no ServiceAccount: the caller finds no endpoints (503)",
                    places(naming));
        }
        List<TrafficTarget> opening = policy.opening(source, port.targetPort());
        if (opening.isEmpty()) {
            return new Decision(
                    Outcome.PORT_CLOSED,
                    "no TrafficTarget from " + source + " to " + destination + " opens port " + port.targetPort()
                            + " of the pods: the connection is closed",
                    places(naming));
        }
        return port.isHttp()
                ? decideRoutes(policy, source, destination, request, places(opening))
                : new Decision(Outcome.GRANTED, "a TrafficTarget opens port " + port.targetPort(), places(opening));
    }

    static Decision noTarget(ObjectName source, ObjectName destination) {
        return Decision.of(
                Outcome.NO_TARGET,
                "no TrafficTarget lets account " + source + " call account " + destination + ": the connection fails");
    }

    private static Decision decideRoutes(
            DestinationPolicy policy,
            ObjectName source,
            ObjectName destination,
            Optional<HttpRequest> request,
            List<Location> places) {
        Optional<String> bad = policy.badRegex();
        if (bad.isPresent()) {
            return new Decision(
                    Outcome.BAD_REGEX,
                    "the proxies of " + destination + " refuse all routes because of the expression "
                            + Printable.text(bad.get()),
                    places);
        }
        List<Route> matching = policy.routes().stream()
                .filter(route -> request.isEmpty() || route.matches(request.get()))
                .toList();
        if (matching.isEmpty()) {
            return new Decision(Outcome.NO_ROUTE, "no route of " + destination + " matches: 404", places);
        }
        long admitting = matching.stream().filter(route -> route.admits(source)).count();
        boolean contested = request.isPresent()
                ? policy.ordersAtRandom() && admitting < matching.size()
                : isContested(policy, source);
        if (admitting == 0) {
            return new Decision(
                    Outcome.FORBIDDEN, "every matching route of " + destination + " is for other callers: 403", places);
        }
        if (contested) {
            return new Decision(
                    Outcome.ROUTE_ORDER,
                    "several routes of " + destination + " match the same requests and not all admit " + source
                            + ": passes or gets 403, depending on their order in the mesh",
                    places);
        }
        return new Decision(Outcome.GRANTED, "a TrafficTarget and a route allow it", places);
    }

    /** Whether some requests that a source may send are matched by a route of others as well. */
    private static boolean isContested(DestinationPolicy policy, ObjectName source) {
        return policy.conflicts().stream()
                .filter(RouteConflict::certain)
                .anyMatch(conflict ->
                        conflict.one().admits(source) != conflict.other().admits(source));
    }

    private static List<Location> places(List<TrafficTarget> targets) {
        return targets.stream().map(target -> target.object().location()).toList();
    }
}
