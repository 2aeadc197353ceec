package io.github.meshready.smi.policy;

import io.github.meshready.smi.manifest.Location;
import java.util.List;
import java.util.Optional;

/**
 * A match of an HTTPRouteGroup as it stands in a manifest.
 *
 * @param name its name, unique in its group
 * @param pathRegex the path; empty where none is given, which means any
 * @param methods the methods; none means any
 * @param headers the headers that a request must carry
 * @param location where it stands
 */
public record HttpMatch(
        String name, Optional<String> pathRegex, List<String> methods, Headers headers, Location location) {

    /** What the mesh takes an absent path for. */
    public static final String ANY_PATH = ".*";

    /** What the mesh takes absent methods for. */
    public static final String ANY_METHOD = "*";

    public HttpMatch {
        methods = List.copyOf(methods);
    }

    public String effectivePath() {
        return pathRegex.filter(path -> !path.isEmpty()).orElse(ANY_PATH);
    }

    /** Whether every request matches. */
    public boolean isAnyRequest() {
        boolean anyMethod = methods.isEmpty() || methods.contains(ANY_METHOD);
        return anyMethod && effectivePath().equals(ANY_PATH) && headers.items().isEmpty();
    }
}
