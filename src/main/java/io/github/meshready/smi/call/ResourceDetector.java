package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.module.BuildModule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Configuration files of the module that becomes a workload. An environment variable of the same meaning wins (Spring
 * Boot's relaxed binding, MicroProfile Config's mapping of names).
 */
final class ResourceDetector implements Detector {

    private static final List<String> PROFILE_VARIABLES =
            List.of("SPRING_PROFILES_ACTIVE", "QUARKUS_PROFILE", "MP_CONFIG_PROFILE");

    private final List<BuildModule> modules;

    ResourceDetector(List<BuildModule> modules) {
        this.modules = modules;
    }

    @Override
    public void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions) {
        if (container.init()) {
            return;
        }
        Map<String, String> env = environment.values();
        Set<String> called = CalledNames.of(workload, container);
        for (BuildModule module : modules) {
            ModuleConfig config = new ModuleConfig(module, profiles(env));
            if (config.names().stream().anyMatch(called::contains)) {
                read(workload, container, environment, config, mentions);
                new CodeTexts(environment, config).read(module.code(), workload, container, mentions);
            }
        }
    }

    private static void read(
            Workload workload,
            Container container,
            Environment environment,
            ModuleConfig config,
            Consumer<Mention> mentions) {
        Set<String> overridden = new HashSet<>();
        environment.values().keySet().forEach(name -> overridden.add(relaxed(name)));
        Map<String, String> siblings = new LinkedHashMap<>();
        config.values().forEach((key, value) -> siblings.put(key, environment.expanded(value.value())));
        config.values().forEach((key, value) -> {
            if (!overridden.contains(relaxed(key))) {
                mentions.accept(new Mention(
                        workload,
                        container,
                        Evidence.Place.RESOURCE,
                        key,
                        siblings.get(key),
                        siblings,
                        Origin.resource(value.file().path()),
                        new Location(value.file().path(), 1, 1)));
            }
        });
    }

    /** One spelling for {@code spring.redis.host}, {@code SPRING_REDIS_HOST} and {@code spring.redis-host}. */
    private static String relaxed(String key) {
        StringBuilder plain = new StringBuilder();
        key.toUpperCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    private static Set<String> profiles(Map<String, String> env) {
        return PROFILE_VARIABLES.stream()
                .map(name -> env.getOrDefault(name, ""))
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
