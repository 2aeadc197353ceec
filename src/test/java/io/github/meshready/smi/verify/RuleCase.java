package io.github.meshready.smi.verify;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.Settings;
import java.util.List;
import java.util.Optional;

/**
 * What one rule says of some manifests.
 *
 * @param rule the rule's id
 * @param expected severity and start of the message and what follows from it, with colons between; empty if it has to keep still
 * @param textThere how the manifests go on at the place of the finding; empty where that is not asked
 * @param dialect the mesh
 * @param documents the manifests
 * @param build what the build says beside them
 */
record RuleCase(
        String rule, String expected, String textThere, String dialect, List<String> documents, BuildSettings build) {

    RuleCase {
        documents = List.copyOf(documents);
    }

    boolean isSilent() {
        return expected.isEmpty();
    }

    Settings settings() {
        return new Settings(
                "default",
                "osm",
                Dialect.of(dialect).orElseThrow(),
                Optional.empty(),
                EgressMode.WRITE,
                Optional.empty());
    }
}
