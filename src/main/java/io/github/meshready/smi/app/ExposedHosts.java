package io.github.meshready.smi.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hosts by which Services are reached from outside of the cluster, as far as routes tell. */
public final class ExposedHosts {

    private final Application application;

    public ExposedHosts(Application application) {
        this.application = application;
    }

    /** The Services behind each host, by the host in lower case. */
    public Map<String, List<Service>> find() {
        return application.objects().stream()
                .flatMap(object -> RouteRule.of(object).stream())
                .flatMap(rule ->
                        rule.hosts().stream().map(host -> Map.entry(host.toLowerCase(Locale.ROOT), services(rule))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, ExposedHosts::joined));
    }

    private List<Service> services(RouteRule rule) {
        return rule.backends().stream()
                .map(backend -> application.service(backend.service()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static List<Service> joined(List<Service> one, List<Service> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
