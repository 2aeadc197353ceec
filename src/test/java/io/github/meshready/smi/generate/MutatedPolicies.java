package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.PlainObjects.mapping;

import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.AccountMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** What was written for a random application, after somebody changed it by hand here and there. */
final class MutatedPolicies {

    private static final List<String> KINDS = List.of(
            "TrafficTarget",
            "TrafficTarget",
            "HTTPRouteGroup",
            "TCPRoute",
            "TrafficSplit",
            "Service",
            "pods",
            "Namespace");

    private final long seed;
    private final Random random;
    private final PlainObjects objects;
    private final Map<String, List<Mutation>> mutations = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, ManifestFile> read = new HashMap<>();

    /** Changes one object, knowing all of them. */
    interface Change {

        void on(Map<String, Object> object, PlainObjects all, Random random);
    }

    /** A change and what it is called. */
    record Mutation(String name, Change change) {}

    MutatedPolicies(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        RandomApplication application = new RandomApplication(seed, AccountMode.MISSING);
        this.objects =
                PlainObjects.read(InMemory.generate(random.nextBoolean() ? application.withSplits() : application));
        mutations.put("TrafficTarget", TargetMutations.all());
        mutations.put("HTTPRouteGroup", RouteMutations.groups());
        mutations.put("TCPRoute", RouteMutations.tcpRoutes());
        mutations.put("TrafficSplit", SplitMutations.all());
        mutations.put("Service", NetworkMutations.services());
        mutations.put("pods", NetworkMutations.pods());
        mutations.put("Namespace", NetworkMutations.namespaces());
        if (random.nextInt(3) > 0) {
            objects.of("HTTPRouteGroup").forEach(group -> RouteMutations.refine(group, objects, random));
        }
    }

    /** Some more changes. */
    void mutate() {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            List<Map<String, Object>> candidates =
                    kind.equals("pods") ? objects.of("Deployment", "StatefulSet", "Job") : objects.of(kind);
            List<Mutation> possible = mutations.get(kind);
            if (!candidates.isEmpty()) {
                Map<String, Object> object = candidates.get(random.nextInt(candidates.size()));
                Mutation mutation = possible.get(random.nextInt(possible.size()));
                done.add(
                        mutation.name() + " of " + PlainObjects.text(object, "kind") + " " + PlainObjects.name(object));
                mutation.change().on(object, objects, random);
            }
        }
    }

    Random random() {
        return random;
    }

    /** The objects as they are now, changed by the next {@link #mutate}. */
    PlainObjects objects() {
        return objects;
    }

    /** The objects as they are now, each as a file of its own; what has not changed is not read again. */
    List<ManifestFile> files() {
        return objects.all().stream()
                .map(object -> read.computeIfAbsent(
                        object.toString(),
                        text -> InMemory.file(read.size() + ".yaml", List.of(new Yaml().dump(object)))))
                .toList();
    }

    String yaml() {
        return new Yaml().dumpAll(objects.all().iterator());
    }

    static Map<String, Object> copy(Map<String, Object> original) {
        return mapping(new Yaml().load(new Yaml().dump(original)));
    }

    /** A mapping of strings and other things, in the order given. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Puts an object into another namespace, under a name that nothing has there. */
    static void move(Map<String, Object> object, String namespace, Random random) {
        Map<String, Object> metadata = mapping(object, "metadata");
        metadata.put("namespace", namespace);
        metadata.put("name", "moved-" + Long.toHexString(random.nextLong()));
    }

    static <T> T oneOf(Random random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    @Override
    public String toString() {
        return "seed " + seed + "\n" + String.join("\n", done) + "\n" + yaml();
    }

    static List<Mutation> named(Map<String, Change> changes) {
        return new TreeMap<>(changes)
                .entrySet().stream()
                        .map(entry -> new Mutation(entry.getKey(), entry.getValue()))
                        .toList();
    }
}
