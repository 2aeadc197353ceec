package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.MutatedPolicies.map;
import static io.github.meshready.smi.generate.MutatedPolicies.move;
import static io.github.meshready.smi.generate.MutatedPolicies.oneOf;
import static io.github.meshready.smi.generate.PlainObjects.items;
import static io.github.meshready.smi.generate.PlainObjects.mapping;
import static io.github.meshready.smi.generate.PlainObjects.text;

import io.github.meshready.smi.generate.MutatedPolicies.Change;
import io.github.meshready.smi.generate.MutatedPolicies.Mutation;
import io.github.meshready.smi.generate.OracleRoutes.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people do to HTTPRouteGroups and TCPRoutes, and requests that tell the routes apart. */
final class RouteMutations {

    private static final List<String> PATHS =
            List.of(".*", "/books", "/books/.*", "/books/special", "/orders", "/book.", "");

    private static final List<List<String>> METHODS = List.of(
            List.of("*"),
            List.of("GET"),
            List.of("POST"),
            List.of("GET", "POST"),
            List.of("POST", "GET"),
            List.of("GET", "*"),
            List.of());

    private static final List<List<Map<String, Object>>> HEADERS = List.of(
            List.of(),
            List.of(),
            List.of(),
            List.of(map("client", "me")),
            List.of(map("client", "other")),
            List.of(map("Client", "me"), map("host", "[stx].*")),
            List.of(map("client", "other"), map("client", "me")));

    private RouteMutations() {}

    /**
     * Requests so that each two routes of these mutations that have one in common have one of these in common.
     *
     * @param host a host that some of them are for
     */
    static List<Request> requests(String host) {
        List<Request> requests = new ArrayList<>();
        for (String path : List.of("/books", "/books/special", "/books/1?x=/", "/orders", "/x")) {
            for (String method : List.of("GET", "POST", "PURGE")) {
                for (String client : List.of("", "me", "other")) {
                    requests.add(new Request(method, path, client.isEmpty() ? Map.of() : Map.of("client", client)));
                    requests.add(new Request(
                            method,
                            path,
                            client.isEmpty() ? Map.of("host", host) : Map.of("client", client, "host", host)));
                }
            }
        }
        return requests;
    }

    static List<Mutation> groups() {
        Map<String, Change> all = new HashMap<>();
        all.put("other matches", RouteMutations::refine);
        all.put(
                "another path",
                (group, objects, random) -> match(group, random).put("pathRegex", oneOf(random, PATHS)));
        all.put("no path", (group, objects, random) -> match(group, random).remove("pathRegex"));
        all.put(
                "other methods",
                (group, objects, random) ->
                        match(group, random).put("methods", new ArrayList<>(oneOf(random, METHODS))));
        all.put("no methods", (group, objects, random) -> match(group, random).remove("methods"));
        all.put(
                "other headers",
                (group, objects, random) ->
                        match(group, random).put("headers", new ArrayList<>(oneOf(random, HEADERS))));
        all.put(
                "an expression that is none",
                (group, objects, random) ->
                        match(group, random).put("pathRegex", oneOf(random, List.of("(?=x)", "/(", "a++"))));
        all.put(
                "an expression for a header that is none",
                (group, objects, random) ->
                        match(group, random).put("headers", new ArrayList<>(List.of(map("client", "(?<=x)")))));
        all.put("a name twice", (group, objects, random) -> {
            List<Object> matches = new ArrayList<>(items(group, "spec", "matches"));
            matches.add(newMatch(text(match(group, random), "name"), random));
            mapping(group, "spec").put("matches", matches);
        });
        all.put("no matches", (group, objects, random) -> mapping(group, "spec").put("matches", new ArrayList<>()));
        all.put(
                "matches left empty",
                (group, objects, random) -> mapping(group, "spec").put("matches", null));
        all.put("another namespace", (group, objects, random) -> move(group, "other", random));
        all.put("an old version", (group, objects, random) -> group.put("apiVersion", "specs.smi-spec.io/v1alpha3"));
        all.put("gone", (group, objects, random) -> objects.all().remove(group));
        return MutatedPolicies.named(all);
    }

    static List<Mutation> tcpRoutes() {
        Map<String, Change> all = new HashMap<>();
        all.put("no ports", ports());
        all.put("port of the Service", ports(100));
        all.put("other ports", ports(101, 5000, 7000));
        all.put("an old version", (route, objects, random) -> route.put("apiVersion", "specs.smi-spec.io/v1alpha3"));
        all.put("a port out of range", ports(65536 + 5000, 65536 + 101));
        all.put("another namespace", (route, objects, random) -> move(route, "other", random));
        all.put("gone", (route, objects, random) -> objects.all().remove(route));
        return MutatedPolicies.named(all);
    }

    private static Change ports(Integer... ports) {
        return (route, objects, random) ->
                mapping(route, "spec", "matches").put("ports", new ArrayList<>(Arrays.asList(ports)));
    }

    /** Gives a group several matches, and everyone who uses the group some of them. */
    static void refine(Map<String, Object> group, PlainObjects objects, Random random) {
        List<Object> matches = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            matches.add(newMatch("m" + i, random));
        }
        mapping(group, "spec").put("matches", matches);
        choose(group, objects.of("TrafficTarget"), random);
    }

    static void choose(Map<String, Object> group, List<Map<String, Object>> targets, Random random) {
        List<String> names = items(group, "spec", "matches").stream()
                .map(match -> text(match, "name"))
                .toList();
        for (Map<String, Object> target : targets) {
            for (Object rule : items(target, "spec", "rules")) {
                if (text(rule, "name").equals(text(group, "metadata", "name")) && !names.isEmpty()) {
                    List<String> some = new ArrayList<>(names);
                    some.removeIf(name -> random.nextInt(3) == 0);
                    mapping(rule).put("matches", some);
                }
            }
        }
    }

    private static Map<String, Object> newMatch(String name, Random random) {
        Map<String, Object> match = map("name", name, "pathRegex", oneOf(random, PATHS));
        match.put("methods", new ArrayList<>(oneOf(random, METHODS)));
        match.put("headers", new ArrayList<>(oneOf(random, HEADERS)));
        return match;
    }

    /** One of a group's matches; one that is nowhere if it has none. */
    private static Map<String, Object> match(Map<String, Object> group, Random random) {
        List<Object> matches = items(group, "spec", "matches");
        return matches.isEmpty() ? map("name", "none") : mapping(oneOf(random, matches));
    }
}
