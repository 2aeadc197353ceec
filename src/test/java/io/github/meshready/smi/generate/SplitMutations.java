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

/** What people do to TrafficSplits. */
final class SplitMutations {

    private static final List<Object> WEIGHTS = List.of(0, 0, 1, 7, 0.5, -1, 4294967295L, 4294967296L);
    private static final List<String> FORMS = List.of(
            "%s", "%s.%s", "%s.%s.svc", "%s.%s.svc.cluster.local", "%s.%s.svc.cluster", "%s.nowhere", "pod-0.%s");

    private SplitMutations() {}

    static List<Mutation> all() {
        Map<String, Change> all = new HashMap<>();
        all.put(
                "another weight",
                (split, objects, random) -> backend(split, random).put("weight", oneOf(random, WEIGHTS)));
        all.put(
                "weights of 0",
                (split, objects, random) -> items(split, "spec", "backends")
                        .forEach(backend -> mapping(backend).put("weight", 0)));
        all.put(
                "a missing backend",
                (split, objects, random) -> backend(split, random).put("service", "nowhere"));
        all.put(
                "another backend",
                (split, objects, random) -> backend(split, random).put("service", service(split, objects, random)));
        all.put("a backend more", (split, objects, random) -> {
            List<Object> backends = new ArrayList<>(items(split, "spec", "backends"));
            backends.add(map("service", service(split, objects, random), "weight", oneOf(random, List.of(0, 1, 50))));
            mapping(split, "spec").put("backends", backends);
        });
        all.put("a backend less", (split, objects, random) -> {
            List<Object> backends = new ArrayList<>(items(split, "spec", "backends"));
            if (!backends.isEmpty()) {
                backends.remove(random.nextInt(backends.size()));
            }
            mapping(split, "spec").put("backends", backends);
        });
        all.put(
                "another apex",
                (split, objects, random) -> mapping(split, "spec").put("service", service(split, objects, random)));
        all.put(
                "another form of the apex",
                (split, objects, random) -> mapping(split, "spec")
                        .put(
                                "service",
                                oneOf(random, FORMS)
                                        .formatted(
                                                text(split, "spec", "service").split("\\.")[0],
                                                text(split, "metadata", "namespace"))));
        all.put("a second one", (split, objects, random) -> {
            Map<String, Object> second = copy(split);
            mapping(second, "metadata").put("name", "second-" + Long.toHexString(random.nextLong()));
            objects.all().add(second);
        });
        all.put(
                "another namespace",
                (split, objects, random) -> move(split, oneOf(random, List.of("shop0", "west")), random));
        all.put(
                "a version that is not served",
                (split, objects, random) -> split.put("apiVersion", "split.smi-spec.io/v1alpha4"));
        all.put("gone", (split, objects, random) -> objects.all().remove(split));
        return MutatedPolicies.named(all);
    }

    /** One of a split's backends; one that is nowhere if it has none. */
    private static Map<String, Object> backend(Map<String, Object> split, Random random) {
        List<Object> backends = items(split, "spec", "backends");
        return backends.isEmpty() ? map("service", "none") : mapping(oneOf(random, backends));
    }

    /** The name of some Service of the split's namespace. */
    private static String service(Map<String, Object> split, PlainObjects objects, Random random) {
        List<String> names = objects.of("Service").stream()
                .filter(each -> text(each, "metadata", "namespace").equals(text(split, "metadata", "namespace")))
                .map(each -> text(each, "metadata", "name"))
                .toList();
        return names.isEmpty() ? "nowhere" : oneOf(random, names);
    }
}
