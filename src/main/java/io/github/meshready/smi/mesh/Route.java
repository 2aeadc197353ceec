package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.regex.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One route of an account, with everyone who may use it. */
public final class Route {

    private final Dialect dialect;
    private final RouteForm form;
    private final HttpMatch match;
    private final Set<ObjectName> callers;

    private RouteRegex path;
    private final Map<String, RouteRegex> headers = new HashMap<>();
    private String badRegex;
    private Optional<Language> paths;

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
        return misfits(request).isEmpty();
    }

    /** What of a request does not match, in words; nothing if the route matches it. */
    public List<String> misfits(HttpRequest request) {
        if (badRegex != null) {
            return List.of("the proxy refuses the expression " + Printable.text(badRegex));
        }
        List<String> misfits = new ArrayList<>();
        if (!form.hasMethod(request.method())) {
            misfits.add("method " + request.method() + " is not among " + String.join(", ", form.methods()));
        }
        String asked = dialect.matchesWholeText() ? request.pathWithoutQuery() : request.path();
        if (!matchesPath(asked)) {
            misfits.add("path " + Printable.text(asked) + " does not match " + Printable.text(form.path()));
        }
        new TreeMap<>(headers).forEach((name, wanted) -> {
            String value = dialect.matchesWholeText()
                    ? request.headers().get(name)
                    : request.headers().getOrDefault(name, "");
            if (value == null) {
                misfits.add("header " + Printable.text(name) + " is missing");
            } else if (!fits(wanted, value)) {
                misfits.add("header " + Printable.text(name) + ": " + Printable.text(value) + " does not match "
                        + Printable.text(form.effectiveHeaders().get(name)));
            }
        });
        return misfits;
    }

    /** Whether the path's expression matches this path. */
    boolean matchesPath(String text) {
        return badRegex == null && fits(path, text);
    }

    /** Whether requests for a host can match, in whatever case they write it. */
    public boolean mayBeFor(String host) {
        return form.effectiveHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(RouteForm.AUTHORITY))
                .allMatch(header -> header.getKey().equals(RouteForm.AUTHORITY)
                        ? RouteRegex.of("(?i)" + header.getValue())
                                .filter(regex -> fits(regex, host))
                                .isPresent()
                        : !dialect.matchesWholeText() && fits(headers.get(header.getKey()), ""));
    }

    private boolean fits(RouteRegex regex, String text) {
        return dialect.matchesWholeText() ? regex.matches(text) : regex.isIn(text);
    }

    /** The paths that it matches, worked out; empty if its expression is outside of what can be. */
    Optional<Language> paths() {
        if (paths == null) {
            paths = dialect.matchesWholeText() ? Language.of(form.path()) : Language.anywhere(form.path());
        }
        return paths;
    }

    /** The accounts that may use it; everyone may if there are none. */
    public Set<ObjectName> callers() {
        return new TreeSet<>(callers);
    }

    public boolean admits(ObjectName caller) {
        return callers.isEmpty() || callers.contains(caller);
    }

    boolean admitsTheSameAs(Route other) {
        return callers.equals(other.callers);
    }
}
