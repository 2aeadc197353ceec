package io.github.meshready.smi.call;

import io.github.meshready.smi.module.BuildModule;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The configuration of a module by its files alone, for who asks for single keys. */
public final class ModuleSettings {

    private ModuleSettings() {}

    /**
     * The values by key, with placeholders as they are written. They may hold credentials, so none is printed without need.
     *
     * @param profiles the profiles that the environment makes active; with none, the usual ones of the module are
     */
    public static SortedMap<String, String> of(BuildModule module, Set<String> profiles) {
        SortedMap<String, String> settings = new TreeMap<>();
        new ModuleConfig(new ParsedModule(module), profiles)
                .values()
                .forEach((key, value) -> settings.put(key, value.value()));
        return settings;
    }
}
