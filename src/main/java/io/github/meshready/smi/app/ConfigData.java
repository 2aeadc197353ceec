package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.manifest.ScalarType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a ConfigMap or Secret holds, as far as it is text.
 *
 * @param name which one
 * @param namespace where it is
 * @param entries its texts by key, in order; they may hold credentials, so they are never printed
 */
public record ConfigData(ConfigName name, String namespace, Map<String, Entry> entries) {

    public ConfigData {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * One text.
     *
     * @param value the text
     * @param location where it stands
     */
    public record Entry(String value, Location location) {}

    /** Reads a ConfigMap or a Secret; empty for anything else. */
    static Optional<ConfigData> of(KubeObject object) {
        if (object.is("", ConfigName.Kind.CONFIG_MAP.kubernetes())) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            read(object, "data", false, entries);
            return Optional.of(data(object, ConfigName.Kind.CONFIG_MAP, entries));
        }
        if (object.is("", ConfigName.Kind.SECRET.kubernetes())) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            read(object, "data", true, entries);
            read(object, "stringData", false, entries); // which wins (Kubernetes API, Secret)
            return Optional.of(data(object, ConfigName.Kind.SECRET, entries));
        }
        return Optional.empty();
    }

    private static ConfigData data(KubeObject object, ConfigName.Kind kind, Map<String, Entry> entries) {
        return new ConfigData(new ConfigName(kind, object.name()), object.namespace(), entries);
    }

    private static void read(KubeObject object, String field, boolean encoded, Map<String, Entry> entries) {
        object.fields()
                .value(field)
                .flatMap(Node::mapping)
                .ifPresent(mapping -> mapping.flattened()
                        .forEach((key, value) -> value.scalar()
                                .filter(scalar -> scalar.type() == ScalarType.TEXT)
                                .flatMap(scalar -> text(scalar, encoded))
                                .ifPresent(text -> entries.put(key, new Entry(text, object.locate(value))))));
    }

    /** What is no base64 is no value that the API server takes; it says nothing here. */
    private static Optional<String> text(ScalarNode scalar, boolean encoded) {
        if (!encoded) {
            return Optional.of(scalar.value());
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(scalar.value().replaceAll("\\s", ""));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
