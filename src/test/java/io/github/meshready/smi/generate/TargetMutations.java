package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.MutatedPolicies.copy;
import static io.github.meshready.smi.generate.MutatedPolicies.map;
import static io.github.meshready.smi.generate.MutatedPolicies.move;
import static io.github.meshready.smi.generate.MutatedPolicies.oneOf;
import static io.github.meshready.smi.generate.PlainObjects.items;
import static io.github.meshready.smi.generate.PlainObjects.mapping;
import static io.github.meshready.smi.generate.PlainObjects.text;

import io.github.meshready.smi.generate.MutatedPolicies.Change;
import io.github.meshready.smi.generate.MutatedPolicies.Mutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What people do to TrafficTargets. */
final class TargetMutations {

    private TargetMutations() {}

    static List<Mutation> all() {
        Map<String, Change> all = new HashMap<>();
        all.put("no sources", (target, objects, random) -> spec(target).put("sources", new ArrayList<>()));
        all.put("sources left out", (target, objects, random) -> spec(target).remove("sources"));
        all.put("a source less", (target, objects, random) -> drop(target, "sources", random));
        all.put("a source of another target", (target, objects, random) -> {
            Map<String, Object> other = oneOf(random, objects.of("TrafficTarget"));
            add(target, "sources", items(other, "spec", "sources"), random);
        });
        all.put("source without namespace", one("sources", source -> source.remove("namespace")));
        all.put("source of another kind", one("sources", source -> source.put("kind", "Group")));
        all.put(
                "destination of another kind",
                (target, objects, random) -> destination(target).put("kind", "Pod"));
        all.put(
                "destination without namespace",
                (target, objects, random) -> destination(target).remove("namespace"));
        all.put("another destination", (target, objects, random) -> {
            Map<String, Object> other = oneOf(random, objects.of("TrafficTarget"));
            destination(target).put("name", text(other, "spec", "destination", "name"));
        });
        all.put("another namespace", (target, objects, random) -> move(target, "west", random));
        all.put("moved with its destination", (target, objects, random) -> {
            move(target, "west", random);
            destination(target).put("namespace", "west");
        });
        all.put("an old version", (target, objects, random) -> target.put("apiVersion", "access.smi-spec.io/v1alpha2"));
        all.put("no rules", (target, objects, random) -> spec(target).put("rules", new ArrayList<>()));
        all.put("a rule less", (target, objects, random) -> drop(target, "rules", random));
        all.put(
                "a UDPRoute",
                (target, objects, random) ->
                        add(target, "rules", List.of(map("kind", "UDPRoute", "name", "u")), random));
        all.put(
                "another kind of rule",
                one(
                        "rules",
                        rule -> rule.put("kind", rule.get("kind").equals("TCPRoute") ? "HTTPRouteGroup" : "TCPRoute")));
        all.put("a misspelled kind of rule", one("rules", rule -> rule.put("kind", "HttpRouteGroup")));
        all.put("a rule without matches", one("rules", rule -> rule.remove("matches")));
        all.put("a rule with no matches", one("rules", rule -> rule.put("matches", new ArrayList<>())));
        all.put("an unknown match", one("rules", rule -> rule.put("matches", new ArrayList<>(List.of("Allow-All")))));
        all.put("an unknown route", one("rules", rule -> rule.put("name", "nowhere")));
        all.put("a TCPRoute rule with matches", (target, objects, random) -> {
            for (Object rule : items(target, "spec", "rules")) {
                if (text(rule, "kind").equals("HTTPRouteGroup")) {
                    mapping(rule).put("kind", "TCPRoute");
                }
            }
        });
        all.put("no TCPRoute", (target, objects, random) -> {
            List<Object> rules = new ArrayList<>(items(target, "spec", "rules"));
            rules.removeIf(rule -> text(rule, "kind").equals("TCPRoute"));
            spec(target).put("rules", rules);
        });
        all.put("a TCPRoute of others", (target, objects, random) -> {
            List<Map<String, Object>> routes = objects.of("TCPRoute");
            String name = routes.isEmpty() ? "nowhere" : text(oneOf(random, routes), "metadata", "name");
            add(target, "rules", List.of(map("kind", "TCPRoute", "name", name)), random);
        });
        all.put("gone", (target, objects, random) -> objects.all().remove(target));
        all.put("a second one for another source", TargetMutations::second);
        return MutatedPolicies.named(all);
    }

    private static void second(Map<String, Object> target, PlainObjects objects, Random random) {
        Map<String, Object> second = copy(target);
        mapping(second, "metadata").put("name", "second-" + Long.toHexString(random.nextLong()));
        Map<String, Object> other = oneOf(random, objects.of("TrafficTarget"));
        if (other.get("spec") != null && random.nextInt(4) > 0) {
            spec(second).put("sources", copy(mapping(other, "spec")).get("sources"));
        }
        objects.all().add(second);
        objects.of("HTTPRouteGroup").forEach(group -> RouteMutations.choose(group, List.of(second), random));
    }

    private static Change one(String list, Consumer<Map<String, Object>> change) {
        return (target, objects, random) -> {
            List<Object> items = items(target, "spec", list);
            if (!items.isEmpty()) {
                change.accept(mapping(oneOf(random, items)));
            }
        };
    }

    private static void drop(Map<String, Object> target, String list, Random random) {
        List<Object> items = new ArrayList<>(items(target, "spec", list));
        if (!items.isEmpty()) {
            items.remove(random.nextInt(items.size()));
            spec(target).put(list, items);
        }
    }

    private static void add(Map<String, Object> target, String list, List<Object> more, Random random) {
        List<Object> items = new ArrayList<>(items(target, "spec", list));
        more.forEach(each -> items.add(random.nextInt(items.size() + 1), copy(mapping(each))));
        spec(target).put(list, items);
    }

    private static Map<String, Object> spec(Map<String, Object> target) {
        return mapping(target, "spec");
    }

    private static Map<String, Object> destination(Map<String, Object> target) {
        return mapping(target, "spec", "destination");
    }
}
