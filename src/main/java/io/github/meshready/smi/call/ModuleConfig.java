package io.github.meshready.smi.call;

import io.github.meshready.smi.call.ParsedModule.ParsedFile;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration of a module as its framework reads it: files of profiles that are not active say nothing, and what a
 * profile says counts more (Spring Boot, features/external-config; Quarkus, config-reference).
 */
final class ModuleConfig {

    private static final List<String> PROFILE_VARIABLES =
            List.of("SPRING_PROFILES_ACTIVE", "QUARKUS_PROFILE", "MP_CONFIG_PROFILE");

    private static final List<String> CONDITIONS =
            List.of("spring.config.activate.on-profile", "spring.profiles", "spring.profiles[0]");

    private static final List<String> LAYERS = List.of("application", "bootstrap", "microprofile-config");

    /** What describes manifests stands in the manifests themselves (Quarkus, deploying-to-kubernetes; Dekorate). */
    private static final List<String> MANIFEST_KEYS = List.of(
            "quarkus.kubernetes.",
            "quarkus.openshift.",
            "quarkus.knative.",
            "quarkus.helm.",
            "quarkus.container-image.",
            "dekorate.",
            "jkube.");

    private final ParsedModule module;
    private final Set<String> profiles;

    /**
     * A value.
     *
     * @param key its key
     * @param value its value
     * @param file the file that it is from
     */
    record Value(String key, String value, ConfigFile file) {}

    /** Where the environment makes no profile active, the usual ones of the module are. */
    ModuleConfig(ParsedModule module, Environment environment) {
        this.module = module;
        Set<String> profiles = profiles(environment.values());
        this.profiles = profiles.isEmpty() ? usualProfiles(module) : profiles;
    }

    private static Set<String> profiles(Map<String, String> env) {
        return PROFILE_VARIABLES.stream()
                .map(name -> env.getOrDefault(name, ""))
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** What the module's own configuration makes active, and {@code prod} for Quarkus. */
    private static Set<String> usualProfiles(ParsedModule of) {
        Set<String> usual = new TreeSet<>();
        for (ParsedFile parsed : of.layers()) {
            if (profile(parsed.file().name()).isEmpty()) {
                for (Map<String, String> document : parsed.documents()) {
                    String own = document.getOrDefault("spring.profiles.active", "");
                    Stream.of(own.split(",")).map(String::strip).forEach(usual::add);
                    boolean quarkus = document.keySet().stream()
                            .anyMatch(key -> key.startsWith("quarkus.") || key.startsWith("%"));
                    if (quarkus) {
                        usual.add("prod");
                    }
                }
            }
        }
        return usual;
    }

    /** The values by key: of two, that of a profile, else the later. */
    Map<String, Value> values() {
        Map<String, Value> plain = new LinkedHashMap<>();
        Map<String, Value> ofProfiles = new LinkedHashMap<>();
        for (ParsedFile parsed : module.layers()) {
            ConfigFile file = parsed.file();
            String profile = profile(file.name());
            if (profile.isEmpty() || profiles.contains(profile)) {
                for (Map<String, String> document : parsed.documents()) {
                    String condition = condition(document);
                    if (isActive(condition)) {
                        add(document, file, profile.isEmpty() && condition.isEmpty() ? plain : ofProfiles, ofProfiles);
                    }
                }
            }
        }
        plain.putAll(ofProfiles);
        plain.keySet().removeIf(key -> MANIFEST_KEYS.stream().anyMatch(key::startsWith));
        return plain;
    }

    /** A key {@code %prod.x} is {@code x} where that profile is active. */
    private void add(
            Map<String, String> document, ConfigFile file, Map<String, Value> target, Map<String, Value> ofProfiles) {
        document.forEach((key, value) -> {
            if (!key.startsWith("%")) {
                target.put(key, new Value(key, value, file));
            } else {
                int dot = key.indexOf('.');
                String profile = dot < 0 ? "" : key.substring(1, dot).replace("\"", "");
                if (List.of(profile.split(",")).stream().anyMatch(profiles::contains)) {
                    String name = key.substring(dot + 1);
                    ofProfiles.put(name, new Value(name, value, file));
                }
            }
        });
    }

    private static String condition(Map<String, String> document) {
        return CONDITIONS.stream()
                .filter(document::containsKey)
                .map(document::get)
                .findFirst()
                .orElse("");
    }

    private boolean isActive(String condition) {
        if (condition.isEmpty()) {
            return true;
        }
        List<String> alternatives = new ArrayList<>(List.of(condition.split("[|,]")));
        return alternatives.stream()
                .map(String::strip)
                .anyMatch(
                        each -> each.startsWith("!") ? !profiles.contains(each.substring(1)) : profiles.contains(each));
    }

    /** {@code prod} of {@code application-prod.yml}; empty for a file of all profiles. */
    private static String profile(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return LAYERS.stream()
                .map(layer -> layer + "-")
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> fileName.substring(prefix.length(), Math.max(dot, prefix.length())))
                .orElse("");
    }
}
