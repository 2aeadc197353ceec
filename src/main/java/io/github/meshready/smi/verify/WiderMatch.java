package io.github.meshready.smi.verify;

import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.regex.Language;
import io.github.meshready.smi.route.region.RouteSpace;
import java.util.Optional;

/** What a match of an HTTPRouteGroup lets through beside some routes. */
public final class WiderMatch {

    private WiderMatch() {}

    /**
     * A request that a match lets through and that is for none of the routes; empty if there is none, or if that cannot be told.
     *
     * @param wholePath whether the mesh compares the whole path, or looks for the expression anywhere in it
     */
    public static Optional<String> request(HttpMatch match, boolean wholePath, RouteSpace routes) {
        Optional<Language> paths =
                wholePath ? Language.of(match.effectivePath()) : Language.anywhere(match.effectivePath());
        return paths.flatMap(language -> routes.beyond(language, method -> hasMethod(match, method)));
    }

    private static boolean hasMethod(HttpMatch match, String method) {
        return match.methods().isEmpty()
                || match.methods().contains(HttpMatch.ANY_METHOD)
                || match.methods().contains(method);
    }
}
