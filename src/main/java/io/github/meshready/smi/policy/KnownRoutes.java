package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which routes a source gets at a destination. Where policies in the manifests say which caller may use which routes,
 * these are somebody's decision: the source gets those that it has already, there or at another account behind the same
 * Service, and else nothing but routes that make no difference between callers.
 */
final class KnownRoutes {

    private final ExistingAccess existing;
    private final Grants grants;

    KnownRoutes(ExistingAccess existing, Grants grants) {
        this.existing = existing;
        this.grants = grants;
    }

    /**
     * The matches for a source, none if nothing is known of the destination's routes.
     *
     * @return empty if the routes are known and none of them is for this source
     */
    Optional<List<RouteRef>> of(ObjectName source, ObjectName destination) {
        Set<ObjectName> siblings = grants.siblings(destination);
        Optional<List<RouteRef>> own =
                existing.routesOf(source, destination).stream().findAny().isPresent()
                        ? Optional.of(existing.routesOf(source, destination))
                        : siblings.stream()
                                .map(sibling -> existing.routesOf(source, sibling))
                                .filter(routes -> !routes.isEmpty())
                                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        List<RouteRef> open = existing.openRoutes(destination);
        if (!open.isEmpty()) {
            return Optional.of(open);
        }
        return siblings.stream().noneMatch(existing::hasRoutes) ? Optional.of(List.of()) : Optional.empty();
    }
}
