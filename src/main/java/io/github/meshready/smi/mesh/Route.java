package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.policy.HttpMatch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One route of an account, with everyone who may use it. */
public final class Route {

    private final Dialect dialect;
    private final RouteForm form;
    private final HttpMatch match;
    private final Set<ObjectName> callers;

    private RouteRegex path;
    private final Map<String, RouteRegex> headers = new HashMap<>();
    private String badRegex;

    /**
     * @param match the first match of this form
     * @param callers the accounts that may use it; everyone may if there are none
     */
    Route(Dialect dialect, RouteForm form, HttpMatch match, Set<ObjectName> callers) {
        this.dialect = dialect;
        this.form = form;
        this.match = match;
        this.callers = Set.copyOf(callers);
        compile(form.path()).ifPresent(regex -> path = regex);
        form.effectiveHeaders().forEach((name, value) -> compile(value).ifPresent(regex -> headers.put(name, regex)));
    }

    private Optional<RouteRegex> compile(String text) {
        Optional<RouteRegex> regex = RouteRegex.of(text);
        if (regex.isEmpty()) {
            badRegex = text;
        }
        return regex;
    }

    RouteForm form() {
        return form;
    }

    /** The match that it comes from. */
    public HttpMatch match() {
        return match;
    }

    /** An expression of this route that is none to the proxy; the route then matches nothing. */
    Optional<String> badRegex() {
        return Optional.ofNullable(badRegex);
    }

    boolean matches(HttpRequest request) {
        return badRegex == null
                && form.hasMethod(request.method())
                && matchesPath(dialect.matchesWholePath() ? request.pathWithoutQuery() : request.path())
                && headers.entrySet().stream().allMatch(header -> {
                    String value = request.headers().get(header.getKey());
                    return value != null && header.getValue().matches(value);
                });
    }

    /** Whether the path's expression matches this path. */
    boolean matchesPath(String text) {
        return badRegex == null && (dialect.matchesWholePath() ? path.matches(text) : path.isIn(text));
    }

    boolean admits(ObjectName caller) {
        return callers.isEmpty() || callers.contains(caller);
    }

    boolean admitsTheSameAs(Route other) {
        return callers.equals(other.callers);
    }
}
