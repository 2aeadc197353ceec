package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.PlainObjects.at;
import static io.github.meshready.smi.generate.PlainObjects.items;
import static io.github.meshready.smi.generate.PlainObjects.text;

import io.github.meshready.smi.generate.OracleNetwork.Front;
import io.github.meshready.smi.generate.OracleNetwork.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The oracle's TrafficSplits: section 4.7. */
final class OracleSplits {

    private static final String VERSION = "split.smi-spec.io/v1alpha2";
    private static final long MOST = 0xffffffffL;

    /** @param service {@code namespace/name} of a Service of the split's own namespace */
    record Backend(String service, double weight) {}

    record Split(List<Backend> backends) {

        /** @param having those of the backends that exist and have the port */
        boolean isRefused(List<Backend> having, Port port) {
            boolean odd = backends.stream()
                    .anyMatch(each -> each.weight() < 0 || each.weight() % 1 != 0 || each.weight() > MOST);
            boolean zero = having.size() > 1 && having.stream().anyMatch(each -> each.weight() == 0);
            return odd || sum(having) < 1 || sum(backends) > MOST || !port.isHttp() && zero;
        }

        private static double sum(List<Backend> some) {
            return some.stream().mapToDouble(Backend::weight).sum();
        }
    }

    private final Set<String> namespaces = new HashSet<>();
    private final Map<String, List<Split>> byApex = new HashMap<>();

    OracleSplits(PlainObjects objects) {
        objects.all().forEach(each -> namespaces.add(text(each, "metadata", "namespace")));
        objects.of("Namespace").forEach(each -> namespaces.add(text(each, "metadata", "name")));
        objects.of("TrafficSplit").stream()
                .filter(each -> text(each, "apiVersion").equals(VERSION))
                .forEach(this::add);
    }

    List<Split> of(Front apex) {
        return byApex.getOrDefault(apex.name(), List.of());
    }

    private void add(Map<String, Object> object) {
        String namespace = text(object, "metadata", "namespace") + "/";
        List<Backend> backends = items(object, "spec", "backends").stream()
                .map(each ->
                        new Backend(namespace + text(each, "service"), ((Number) at(each, "weight")).doubleValue()))
                .toList();
        byApex.computeIfAbsent(namespace + apex(text(object, "spec", "service")), key -> new ArrayList<>())
                .add(new Split(backends));
    }

    /** By the number of labels alone: the form with four is one with a pod in front. */
    private String apex(String host) {
        String[] labels = host.split("\\.");
        boolean pod = labels.length == 4 || labels.length == 2 && !namespaces.contains(labels[1]);
        return pod ? labels[1] : labels[0];
    }
}
