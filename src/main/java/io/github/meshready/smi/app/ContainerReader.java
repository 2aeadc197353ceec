package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the containers of a pod, with what each is given to read. */
final class ContainerReader {

    private static final int MAX_PORT = 65535;
    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    private final KubeObject object;
    private final Fields spec;
    private final Map<String, List<ConfigMount>> volumes = new LinkedHashMap<>();
    private final Set<String> mounted = new HashSet<>();

    /** @param spec the pod's spec */
    ContainerReader(KubeObject object, Fields spec) {
        this.object = object;
        this.spec = spec;
        for (Fields volume : spec.mappings("volumes")) {
            volume.text("name").ifPresent(name -> volumes.put(name, sources(volume)));
        }
        for (String key : List.of("initContainers", "containers")) {
            spec.mappings(key)
                    .forEach(container -> container
                            .mappings("volumeMounts")
                            .forEach(mount -> mount.text("name").ifPresent(mounted::add)));
        }
    }

    /** Init containers first, as they run. */
    List<Container> read() {
        List<Container> containers = new ArrayList<>();
        spec.mappings("initContainers").forEach(fields -> containers.add(container(fields, true)));
        boolean first = true;
        for (Fields fields : spec.mappings("containers")) {
            Container container = container(fields, false);
            containers.add(first ? withUnmounted(container) : container);
            first = false;
        }
        return containers;
    }

    private Container container(Fields fields, boolean init) {
        List<Argument> arguments = new ArrayList<>();
        for (String key : List.of("command", "args")) {
            arguments.addAll(words(fields, key));
        }
        return new Container(
                fields.text("name").orElse(""),
                fields.text("image").orElse(""),
                init,
                env(fields),
                arguments,
                ports(fields),
                mounts(fields),
                ProbeReader.read(fields),
                hooks(fields));
    }

    private List<Argument> words(Fields fields, String key) {
        List<Argument> words = new ArrayList<>();
        for (ScalarNode word : fields.strictScalars(key)) {
            words.add(new Argument(word.value(), object.locate(word)));
        }
        return words;
    }

    private List<List<Argument>> hooks(Fields container) {
        List<List<Argument>> hooks = new ArrayList<>();
        Stream<Fields> events = container.mapping("lifecycle").stream()
                .flatMap(lifecycle ->
                        Stream.of("postStart", "preStop").flatMap(event -> lifecycle.mapping(event).stream()));
        Stream.concat(PROBES.stream().flatMap(probe -> container.mapping(probe).stream()), events)
                .flatMap(hook -> hook.mapping("exec").stream())
                .forEach(exec -> hooks.add(words(exec, "command")));
        return hooks;
    }

    /** In the order in which a later one replaces an earlier one. */
    private static List<EnvEntry> env(Fields container) {
        List<EnvEntry> env = new ArrayList<>();
        for (Fields from : container.mappings("envFrom")) {
            String prefix = from.text("prefix").orElse("");
            config(from, "configMapRef", "secretRef", "name")
                    .ifPresent(source -> env.add(new EnvEntry.Import(source, prefix, from.location())));
        }
        for (Fields variable : container.mappings("env")) {
            Optional<String> name = variable.text("name");
            Optional<String> value = variable.strictText("value");
            if (name.isPresent() && value.isPresent()) {
                env.add(new EnvEntry.Literal(name.get(), value.get(), variable.location("value")));
            } else if (name.isPresent()) {
                variable.mapping("valueFrom")
                        .flatMap(from -> reference(name.get(), from))
                        .ifPresent(env::add);
            }
        }
        return env;
    }

    private static Optional<EnvEntry> reference(String name, Fields from) {
        Optional<ConfigName> source = config(from, "configMapKeyRef", "secretKeyRef", "name");
        Optional<String> key = from.mapping("configMapKeyRef")
                .or(() -> from.mapping("secretKeyRef"))
                .flatMap(reference -> reference.text("key"));
        return source.isPresent() && key.isPresent()
                ? Optional.of(new EnvEntry.Reference(name, source.get(), key.get(), from.location()))
                : Optional.empty();
    }

    private static Optional<ConfigName> config(Fields fields, String configMap, String secret, String name) {
        return fields.mapping(configMap)
                .flatMap(reference -> reference.text(name))
                .map(each -> new ConfigName(ConfigName.Kind.CONFIG_MAP, each))
                .or(() -> fields.mapping(secret)
                        .flatMap(reference -> reference.text(name))
                        .map(each -> new ConfigName(ConfigName.Kind.SECRET, each)));
    }

    private static List<ConfigMount> sources(Fields volume) {
        List<ConfigMount> sources = new ArrayList<>();
        volume.mapping("configMap")
                .ifPresent(fields -> fields.text("name")
                        .ifPresent(
                                name -> sources.add(source(new ConfigName(ConfigName.Kind.CONFIG_MAP, name), fields))));
        volume.mapping("secret")
                .ifPresent(fields -> fields.text("secretName")
                        .ifPresent(name -> sources.add(source(new ConfigName(ConfigName.Kind.SECRET, name), fields))));
        volume.mapping("projected").ifPresent(projected -> {
            for (Fields each : projected.mappings("sources")) {
                config(each, "configMap", "secret", "name")
                        .ifPresent(name -> sources.add(source(
                                name,
                                each.mapping("configMap")
                                        .or(() -> each.mapping("secret"))
                                        .orElseThrow())));
            }
        });
        return sources;
    }

    private static ConfigMount source(ConfigName name, Fields fields) {
        Map<String, String> items = new LinkedHashMap<>();
        for (Fields item : fields.mappings("items")) {
            item.text("key").ifPresent(key -> items.put(key, item.text("path").orElse(key)));
        }
        return new ConfigMount(name, items, "");
    }

    /** A volume that no container mounts is there for some reason: the pod's main container counts as its reader. */
    private Container withUnmounted(Container container) {
        List<ConfigMount> mounts = new ArrayList<>(container.mounts());
        volumes.forEach((name, sources) -> {
            if (!mounted.contains(name)) {
                mounts.addAll(sources);
            }
        });
        return container.with(mounts);
    }

    private List<ConfigMount> mounts(Fields container) {
        List<ConfigMount> mounts = new ArrayList<>();
        for (Fields mount : container.mappings("volumeMounts")) {
            String subPath = mount.text("subPath").orElse("");
            for (ConfigMount source : volumes.getOrDefault(mount.text("name").orElse(""), List.of())) {
                mounts.add(new ConfigMount(source.source(), source.items(), subPath));
            }
        }
        return mounts;
    }

    private static List<ContainerPort> ports(Fields container) {
        List<ContainerPort> ports = new ArrayList<>();
        for (Fields port : container.mappings("ports")) {
            port.integer("containerPort", 1, MAX_PORT)
                    .ifPresent(number ->
                            ports.add(new ContainerPort(port.text("name").orElse(""), number)));
        }
        return ports;
    }
}
