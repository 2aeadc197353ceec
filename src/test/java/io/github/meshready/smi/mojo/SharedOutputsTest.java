package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.FileNames;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class SharedOutputsTest {

    private final Path base = Path.of("build").toAbsolutePath();
    private final SharedOutputs outputs = new SharedOutputs(new HashMap<>(), new FileNames(base));

    @Test
    void keepsModulesApart() {
        outputs.claim("outputDirectory", base.resolve("mesh"), "g:one:1");
        assertThatThrownBy(() -> outputs.claim("outputDirectory", base.resolve("mesh"), "g:two:1"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("<outputDirectory>: mesh is written by module g:one:1 as well as by g:two:1");
    }

    @Test
    void letsAModuleWriteAgainAndOthersElsewhere() {
        outputs.claim("outputDirectory", base.resolve("mesh"), "g:one:1");
        assertThatCode(() -> {
                    outputs.claim("outputDirectory", base.resolve("mesh"), "g:one:1");
                    outputs.claim("outputDirectory", base.resolve("other"), "g:two:1");
                })
                .doesNotThrowAnyException();
    }
}
