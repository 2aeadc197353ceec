package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which routes a source gets at a destination. Where policies in the manifests say which caller may use which routes,
 * these are somebody's decision: the source gets those that it has already, there or at another account behind the same
 * Service, and else nothing but routes that make no difference between callers.
 */
final class KnownRoutes {

    private final ExistingAccess existing;
    private final Grants grants;
    private final Map<ObjectName, Inheritance> inheritances;

    KnownRoutes(ExistingAccess existing, Grants grants, AccountPlan accounts) {
        this.existing = existing;
        this.grants = grants;
        this.inheritances = accounts.inheritanceByAccount();
    }

    /**
     * The matches for a source, none if nothing is known of the destination's routes.
     *
     * @return empty if the routes are known and none of them is for this source
     */
    Optional<List<RouteRef>> of(ObjectName source, ObjectName destination) {
        List<ObjectName> places = new ArrayList<>(List.of(destination));
        places.addAll(grants.siblings(destination));
        former(destination).ifPresent(places::add);
        return firstKnown(places, place -> existing.routesOf(source, place))
                .or(() ->
                        former(source).flatMap(before -> firstKnown(places, place -> existing.routesOf(before, place))))
                .or(() -> firstKnown(places, existing::openRoutes))
                .or(() -> places.stream().noneMatch(existing::hasRoutes) ? Optional.of(List.of()) : Optional.empty());
    }

    /** What somebody decided for an account holds for the one that takes its place. */
    private Optional<ObjectName> former(ObjectName account) {
        return Optional.ofNullable(inheritances.get(account)).map(Inheritance::former);
    }

    private static Optional<List<RouteRef>> firstKnown(
            List<ObjectName> places, Function<ObjectName, List<RouteRef>> routes) {
        return places.stream().map(routes).filter(found -> !found.isEmpty()).findFirst();
    }
}
