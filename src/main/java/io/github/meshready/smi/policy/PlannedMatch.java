package io.github.meshready.smi.policy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A match of an HTTPRouteGroup to write.
 *
 * @param name its name, unique in its group
 * @param pathRegex expression for the path
 * @param methods the methods, each by name
 * @param headers expressions for the whole values of headers, by name
 */
public record PlannedMatch(String name, String pathRegex, List<String> methods, SortedMap<String, String> headers) {

    /** Name of the match that allows every path. */
    public static final String ALLOW_ALL = "allow-all";

    /**
     * Every method that applications use, by name: {@code *} would add CONNECT and TRACE. HEAD goes with GET in every
     * framework, and without OPTIONS browsers' preflight requests get a 404.
     */
    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    static final PlannedMatch EVERYTHING = new PlannedMatch(ALLOW_ALL, HttpMatch.ANY_PATH, METHODS, new TreeMap<>());

    public PlannedMatch {
        methods = List.copyOf(methods);
    }
}
