package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifiedModulesTest {

    private final Map<String, Object> build = new HashMap<>();

    @Test
    void noticesThatNoModuleHadAnything() {
        assertThat(note("a", true)).isFalse();
        assertThat(note("a", true)).as("a second execution").isFalse();
        assertThat(note("b", true)).isFalse();
        assertThat(note("c", true)).as("the last one").isTrue();
    }

    @Test
    void oneModuleWithManifestsIsEnough() {
        assertThat(note("a", true)).isFalse();
        assertThat(note("b", false)).isFalse();
        assertThat(note("c", true)).isFalse();
    }

    private boolean note(String module, boolean nothing) {
        return new VerifiedModules(build, 3).note(module, nothing);
    }
}
