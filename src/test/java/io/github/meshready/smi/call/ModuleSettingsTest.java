package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a module's files say, for the profiles that are active. */
class ModuleSettingsTest {

    private static final BuildModule MODULE = new BuildModule(
            "books",
            Set.of("books"),
            List.of(
                    new ConfigFile(
                            "application.yml",
                            "application.yml",
                            "server:\n  servlet:\n    context-path: /shop\nx: ${y}\n"),
                    new ConfigFile("application-prod.properties", "p", "server.servlet.context-path=/prod\n")));

    @Test
    void isTakenFromTheActiveProfiles() {
        assertThat(ModuleSettings.of(MODULE, Set.of()))
                .isEqualTo(Map.of("server.servlet.context-path", "/shop", "x", "${y}"));
        assertThat(ModuleSettings.of(MODULE, Set.of("prod")))
                .isEqualTo(Map.of("server.servlet.context-path", "/prod", "x", "${y}"));
    }
}
