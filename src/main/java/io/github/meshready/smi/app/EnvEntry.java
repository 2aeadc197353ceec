package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;

/** How a container gets environment variables. */
public sealed interface EnvEntry {

    /** Where it stands. */
    Location location();

    /**
     * A variable with its value.
     *
     * @param name its name
     * @param value its value, with references {@code $(NAME)} in it; may hold credentials, so it is never printed
     * @param location where the value stands
     */
    record Literal(String name, String value, Location location) implements EnvEntry {}

    /**
     * A variable with the value of a key ({@code configMapKeyRef}, {@code secretKeyRef}).
     *
     * @param name its name
     * @param source the ConfigMap or Secret
     * @param key the key there
     * @param location where the reference stands
     */
    record Reference(String name, ConfigName source, String key, Location location) implements EnvEntry {}

    /**
     * A variable for every key ({@code envFrom}).
     *
     * @param source the ConfigMap or Secret
     * @param prefix what stands in front of each key
     * @param location where the reference stands
     */
    record Import(ConfigName source, String prefix, Location location) implements EnvEntry {}
}
