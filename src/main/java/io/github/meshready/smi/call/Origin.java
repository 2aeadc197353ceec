package io.github.meshready.smi.call;

import io.github.meshready.smi.app.ConfigName;
import java.util.Optional;

/**
 * Where a text is kept, if not in the workload's own manifest.
 *
 * @param described in words, such as {@code ConfigMap web}; empty for the workload's own manifest
 * @param isSecret whether nothing of the text may be shown
 */
record Origin(String described, boolean isSecret) {

    static final Origin OWN = new Origin("", false);

    static Origin of(Optional<ConfigName> config) {
        return config.map(name -> new Origin(name.toString(), name.isSecret())).orElse(OWN);
    }

    /** A configuration file of a module. */
    static Origin resource(String path) {
        return new Origin(path, false);
    }

    static Origin file(String name, ConfigName config) {
        return new Origin(name + " in " + config, config.isSecret());
    }
}
