package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.PlainObjects.at;
import static io.github.meshready.smi.generate.PlainObjects.items;
import static io.github.meshready.smi.generate.PlainObjects.mapping;
import static io.github.meshready.smi.generate.PlainObjects.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The oracle's routes of one destination: section 4.4, with Java's regular expressions where RE2's mean the same. */
final class OracleRoutes {

    /** One HTTP request; names of headers are in lower case. */
    record Request(String method, String path, Map<String, String> headers) {}

    /** What makes two routes one: the path, the methods in their order, the headers. */
    private record Form(String path, List<String> methods, Map<String, String> headers) {}

    private final Map<Form, Set<String>> principals = new LinkedHashMap<>();
    private final Map<String, Optional<Pattern>> compiled = new HashMap<>();

    /** Adds the routes of a match for these sources; the principals of routes of one form are united. */
    void add(Object match, Set<String> sources) {
        Map<String, String> headers = new TreeMap<>();
        items(match, "headers")
                .forEach(item -> mapping(item).forEach((name, value) -> headers.put(name, value.toString())));
        List<String> methods =
                items(match, "methods").stream().map(Object::toString).toList();
        String path = text(match, "pathRegex");
        Form form = new Form(path.isEmpty() ? ".*" : path, methods.isEmpty() ? List.of("*") : methods, headers);
        principals.computeIfAbsent(form, key -> new HashSet<>()).addAll(sources);
    }

    /** Whether any route could be for this source. */
    boolean admitsSomewhere(String source) {
        return principals.values().stream().anyMatch(admitted -> admits(admitted, source));
    }

    /** An expression that RE2 does not know makes the proxy refuse all routes. */
    boolean isRefused() {
        return principals.keySet().stream()
                .anyMatch(form -> compile(form.path()).isEmpty()
                        || form.headers().values().stream()
                                .anyMatch(value -> compile(value).isEmpty()));
    }

    /** Whether a route that is for everybody matches one of these requests. */
    boolean isForAll(List<Request> requests) {
        return principals.entrySet().stream()
                .anyMatch(route -> route.getValue().isEmpty()
                        && requests.stream().anyMatch(request -> matches(route.getKey(), request)));
    }

    OracleAnswer answer(String source, Request request) {
        List<Boolean> matching = new ArrayList<>();
        principals.forEach((form, admitted) -> {
            if (matches(form, request)) {
                matching.add(admits(admitted, source));
            }
        });
        if (!matching.contains(true)) {
            return OracleAnswer.FAILS;
        }
        return matching.contains(false) ? OracleAnswer.BY_ORDER : OracleAnswer.PASSES;
    }

    /** A rule without principals is one for any principal (4.3). */
    private static boolean admits(Set<String> admitted, String source) {
        return admitted.isEmpty() || admitted.contains(source);
    }

    private boolean matches(Form form, Request request) {
        boolean method = form.methods().contains("*") || form.methods().contains(request.method());
        String path = request.path().split("\\?", 2)[0];
        return method
                && compile(form.path()).orElseThrow().matcher(path).matches()
                && form.headers().entrySet().stream().allMatch(header -> {
                    String name = header.getKey().toLowerCase(Locale.ROOT);
                    Object value =
                            name.equals("host") && !header.getKey().equals("host") ? null : at(request.headers(), name);
                    return value != null
                            && compile(header.getValue())
                                    .orElseThrow()
                                    .matcher(value.toString())
                                    .matches();
                });
    }

    private Optional<Pattern> compile(String regex) {
        return compiled.computeIfAbsent(regex, OracleRoutes::pattern);
    }

    private static Optional<Pattern> pattern(String regex) {
        if (regex.contains("(?=") || regex.contains("(?!") || regex.contains("(?<=") || regex.contains("++")) {
            return Optional.empty(); // Java's, not RE2's
        }
        try {
            return Optional.of(Pattern.compile(regex, Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
