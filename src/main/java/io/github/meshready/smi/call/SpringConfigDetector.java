package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ConfigData;
import io.github.meshready.smi.app.ConfigName;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * ConfigMaps that no manifest hands to anybody, because Spring reads them from the API server: that of the application's
 * name by default (Spring Cloud Kubernetes, property-source-config). One that several share counts only for what one kind
 * of application does with it: the routes of a gateway.
 */
final class SpringConfigDetector implements Detector {

    private static final List<String> ROUTES = List.of("spring.cloud.gateway.", "zuul.routes.");
    private static final List<String> GATEWAYS = List.of("gateway", "zuul");

    private final Application application;
    private final FileFormat formats = new FileFormat();
    private final Map<String, Set<ConfigName>> handedOut = new HashMap<>();

    SpringConfigDetector(Application application) {
        this.application = application;
        for (Workload workload : application.workloads()) {
            Set<ConfigName> names = handedOut.computeIfAbsent(workload.namespace(), key -> new HashSet<>());
            workload.pod().containers().forEach(container -> names.addAll(container.configs()));
        }
    }

    @Override
    public void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions) {
        if (container.init()) {
            return;
        }
        Set<String> called = CalledNames.of(workload, container);
        boolean gateway = called.stream().anyMatch(name -> GATEWAYS.stream().anyMatch(name::contains));
        for (ConfigData config : gateway ? application.configs(workload.namespace()) : named(workload, called)) {
            if (!config.name().isSecret()
                    && !handedOut.get(workload.namespace()).contains(config.name())) {
                boolean own = called.contains(config.name().name());
                config.entries().forEach((file, entry) -> {
                    if (file.startsWith("application")) {
                        Mention mention = Mention.ofFile(workload, container, file, config.name(), entry, environment);
                        formats.parts(file, mention)
                                .filter(part -> own || gateway && isRoute(part.key()))
                                .forEach(mentions);
                    }
                });
            }
        }
    }

    private List<ConfigData> named(Workload workload, Set<String> names) {
        return names.stream()
                .sorted()
                .flatMap(name ->
                        application
                                .config(workload.namespace(), new ConfigName(ConfigName.Kind.CONFIG_MAP, name))
                                .stream())
                .toList();
    }

    private static boolean isRoute(String key) {
        return ROUTES.stream().anyMatch(key::startsWith);
    }
}
