package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.module.ClassTexts;
import io.github.meshready.smi.module.RelaxedName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Configuration files and classes of the module that becomes a workload, and what it uses of its libraries. An environment variable of the same meaning wins (Spring
 * Boot's relaxed binding, MicroProfile Config's mapping of names).
 */
final class ResourceDetector implements Detector {

    private final List<ParsedModule> modules;
    private final LibraryClasses libraries;
    private final DiscoveryNames discovery;

    /** @param libraries what modules use of those that they take along */
    ResourceDetector(Application application, List<ParsedModule> modules, LibraryClasses libraries) {
        this.modules = modules;
        this.libraries = libraries;
        this.discovery = new DiscoveryNames(application, this.modules);
    }

    @Override
    public void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions) {
        if (container.init()) {
            return;
        }
        Set<String> called = CalledNames.of(workload, container);
        List<ParsedModule> own = modules.stream()
                .filter(module -> module.names().stream().anyMatch(called::contains))
                .toList();
        for (ParsedModule module : own) {
            ModuleConfig config = new ModuleConfig(module, environment);
            Reading reading = new Reading(workload, container, environment, config.values(), mentions);
            reading.resources();
            module.servers().forEach(reading::server);
            module.classes().forEach(texts -> reading.classes(texts, texts.path()));
            libraries.of(module).stream()
                    .filter(used -> own.stream().noneMatch(each -> each.module() == used.library()))
                    .forEach(used -> reading.classes(used.texts(), used.described()));
        }
    }

    /** One module as one container runs it. */
    private final class Reading {

        private final Workload workload;
        private final Container container;
        private final Environment environment;
        private final Map<String, ModuleConfig.Value> config;
        private final Consumer<Mention> mentions;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Set<String> variables = new HashSet<>();

        Reading(
                Workload workload,
                Container container,
                Environment environment,
                Map<String, ModuleConfig.Value> config,
                Consumer<Mention> mentions) {
            this.workload = workload;
            this.container = container;
            this.environment = environment;
            this.config = config;
            this.mentions = mentions;
            environment.values().keySet().forEach(name -> variables.add(RelaxedName.of(name)));
            config.forEach((key, value) -> values.put(key, environment.expanded(value.value())));
            values.replaceAll((key, value) -> filled(value));
        }

        private String filled(String text) {
            return environment.expanded(text, name -> Optional.ofNullable(values.get(name)));
        }

        void resources() {
            Neighbours beside = new Neighbours(values);
            config.forEach((key, value) -> {
                if (!variables.contains(RelaxedName.of(key))) {
                    resource(key, values.get(key), value.file().path(), beside);
                }
            });
        }

        void server(ParsedModule.ParsedFile parsed) {
            for (Map<String, String> document : parsed.documents()) {
                Neighbours beside = new Neighbours(document);
                document.forEach((key, value) -> resource(
                        key, filled(environment.expanded(value)), parsed.file().path(), beside));
            }
        }

        /** @param described the class in words */
        void classes(ClassTexts texts, String described) {
            Set<String> known = new HashSet<>(variables);
            config.keySet().forEach(key -> known.add(RelaxedName.of(key)));
            for (ClassClients.Client client : new ClassClients(this::filled, known).of(texts)) {
                String value = discovery.host(client.value(), workload.namespace());
                mention(
                        Evidence.Place.CODE,
                        client.key(),
                        value,
                        Origin.resource(described),
                        texts.path(),
                        Neighbours.NONE);
            }
        }

        private void resource(String key, String value, String path, Neighbours siblings) {
            mention(Evidence.Place.RESOURCE, key, value, Origin.resource(path), path, siblings);
        }

        private void mention(
                Evidence.Place place, String key, String value, Origin origin, String path, Neighbours siblings) {
            mentions.accept(
                    new Mention(workload, container, place, key, value, siblings, origin, new Location(path, 1, 1)));
        }
    }
}
