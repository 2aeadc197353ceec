package io.github.meshready.smi.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the injection annotation of a namespace or pod asks for (OSM v1.2.4, pkg/injector/webhook.go
 * isAnnotatedForInjection).
 */
public enum Injection {
    ENABLED,
    DISABLED,
    /** There is no annotation. */
    UNSAID,
    /** The annotation has a value that the injector does not know, so that Kubernetes rejects every pod. */
    INVALID;

    /** What annotations say to a version of the mesh. */
    public static Injection of(Map<String, String> annotations, Dialect dialect) {
        return Optional.ofNullable(annotations.get(dialect.injection()))
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "enabled", "yes", "true" -> ENABLED;
                    case "disabled", "no", "false" -> DISABLED;
                    default -> INVALID;
                })
                .orElse(UNSAID);
    }
}
