package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Names policies, apart from each other and from those that stand in the manifests. */
final class PolicyNames {

    private final Application application;

    PolicyNames(Application application) {
        this.application = application;
    }

    /**
     * Names objects of one kind.
     *
     * @param things what the objects are for; their text tells them apart
     * @param destination the account whose namespace an object lands in
     * @param wish the name that it should have
     */
    <T> Map<T, ObjectName> name(
            Collection<T> things, String kind, Function<T, ObjectName> destination, Function<T, String> wish) {
        Map<String, Map<String, String>> wishes = new HashMap<>();
        for (T thing : things) {
            wishes.computeIfAbsent(destination.apply(thing).namespace(), key -> new HashMap<>())
                    .put(thing.toString(), wish.apply(thing));
        }
        Map<String, Set<String>> taken = taken(kind);
        Map<String, Map<String, String>> granted = new HashMap<>();
        wishes.forEach((namespace, wanted) ->
                granted.put(namespace, UniqueNames.grant(wanted, taken.getOrDefault(namespace, Set.of()))));
        Map<T, ObjectName> names = new HashMap<>();
        for (T thing : things) {
            String namespace = destination.apply(thing).namespace();
            names.put(thing, new ObjectName(namespace, granted.get(namespace).get(thing.toString())));
        }
        return names;
    }

    private Map<String, Set<String>> taken(String kind) {
        Map<String, Set<String>> taken = new HashMap<>();
        application.objects().stream()
                .filter(object -> object.kind().equals(kind))
                .forEach(object -> taken.computeIfAbsent(object.namespace(), key -> new HashSet<>())
                        .add(object.name()));
        return taken;
    }
}
