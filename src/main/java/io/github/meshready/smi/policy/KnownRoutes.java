package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;

/**
 * The routes of an account, as far as policies in the manifests show them: its own, else those of another account
 * behind the same Service, since a client of that Service cannot tell the two apart.
 */
final class KnownRoutes {

    private final ExistingAccess existing;
    private final Grants grants;

    KnownRoutes(ExistingAccess existing, Grants grants) {
        this.existing = existing;
        this.grants = grants;
    }

    /** Matches to use in every target for this account; none if its routes are not known. */
    List<RouteRef> of(ObjectName account) {
        List<RouteRef> own = existing.routes(account);
        if (!own.isEmpty()) {
            return own;
        }
        return grants.siblings(account).stream()
                .map(existing::routes)
                .filter(routes -> !routes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
