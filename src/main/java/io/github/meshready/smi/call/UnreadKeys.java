package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ConfigName;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.EnvEntry;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.module.ClassTexts;
import io.github.meshready.smi.module.RelaxedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Variables that come with a ConfigMap that several workloads are given whole, and that nothing in the workload's own
 * classes and configuration reads: meant for the others. Where no classes are known, every variable counts as read.
 */
final class UnreadKeys {

    /** Frameworks and the JVM read these; no class of an application names them. */
    private static final List<String> FRAMEWORKS = List.of(
            "SPRING",
            "QUARKUS",
            "MICRONAUT",
            "MP",
            "SERVER",
            "MANAGEMENT",
            "EUREKA",
            "FEIGN",
            "RIBBON",
            "ZUUL",
            "LOGGING",
            "OTEL",
            "JAVA",
            "JDK",
            "JAEGER",
            "ZIPKIN",
            "KAFKA",
            "DATASOURCES",
            "R2DBC",
            "GRPC",
            "DAPR");

    private static final Map<String, String> PREFIXES = Map.of(
            "ConfigurationProperties", "prefix",
            "ConfigMapping", "prefix",
            "ConfigProperties", "prefix",
            "RegisterRestClient", "configKey");

    private final List<ParsedModule> modules;
    private final List<ParsedModule> libraries;
    private final Map<String, Integer> imports = new HashMap<>();

    UnreadKeys(Application application, List<ParsedModule> modules) {
        this.modules = modules;
        Set<String> called = new TreeSet<>();
        for (Workload workload : application.workloads()) {
            Set<String> imported = new HashSet<>();
            for (Container container : workload.pod().containers()) {
                called.addAll(CalledNames.of(workload, container));
                container.env().stream()
                        .filter(EnvEntry.Import.class::isInstance)
                        .map(entry -> key(workload, ((EnvEntry.Import) entry).source()))
                        .forEach(imported::add);
            }
            imported.forEach(key -> imports.merge(key, 1, Integer::sum));
        }
        this.libraries = modules.stream()
                .filter(module -> module.names().stream().noneMatch(called::contains))
                .toList();
    }

    private static String key(Workload workload, ConfigName name) {
        return workload.namespace() + "/" + name;
    }

    private boolean isShared(Workload workload, ConfigName name) {
        return imports.getOrDefault(key(workload, name), 0) > 1;
    }

    /** What a container's code reads, or may read, of the variables that it is given. */
    Reader of(Workload workload, Container container) {
        Set<String> called = CalledNames.of(workload, container);
        List<ParsedModule> own = modules.stream()
                .filter(module -> !module.classes().isEmpty())
                .filter(module -> module.names().stream().anyMatch(called::contains))
                .toList();
        boolean shares = container.env().stream()
                .anyMatch(entry -> entry instanceof EnvEntry.Import all && isShared(workload, all.source()));
        boolean unknown = own.isEmpty() || container.init() || !shares;
        return new Reader(
                workload,
                unknown
                        ? List.of()
                        : Stream.concat(own.stream(), libraries.stream()).toList());
    }

    /** The code of one container. */
    final class Reader {

        private final Workload workload;
        private final List<ParsedModule> code;
        private final List<String> texts = new ArrayList<>();
        private final List<String> prefixes = new ArrayList<>(FRAMEWORKS);

        private Reader(Workload workload, List<ParsedModule> code) {
            this.workload = workload;
            this.code = code;
            for (ParsedModule module : code) {
                module.classes().forEach(this::add);
                module.files().stream()
                        .flatMap(file -> file.documents().stream())
                        .forEach(document -> document.forEach((key, value) -> {
                            texts.add(RelaxedName.of(key));
                            texts.add(RelaxedName.of(value));
                        }));
            }
        }

        private void add(ClassTexts classTexts) {
            for (String constant : classTexts.constants()) {
                String name = RelaxedName.of(constant);
                boolean open = constant.endsWith("_") || constant.endsWith(".") || constant.endsWith("_\u0001");
                (open && !name.isEmpty() ? prefixes : texts).add(name);
            }
            classTexts.annotations().forEach(annotation -> {
                annotation.elements().values().forEach(text -> texts.add(RelaxedName.of(text)));
                String prefix = annotation.text(PREFIXES.getOrDefault(annotation.name(), ""), "value");
                if (PREFIXES.containsKey(annotation.name()) && !prefix.isEmpty()) {
                    prefixes.add(RelaxedName.of(prefix));
                }
            });
        }

        /** Whether a variable is meant for others only. */
        boolean isUnread(Environment.Variable variable) {
            String name = RelaxedName.of(variable.name());
            return !code.isEmpty()
                    && variable.imported()
                    && variable.from().filter(from -> isShared(workload, from)).isPresent()
                    && prefixes.stream().noneMatch(name::startsWith)
                    && texts.stream().noneMatch(text -> text.contains(name));
        }
    }
}
