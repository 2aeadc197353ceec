package io.github.meshready.smi.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTextTest {

    private static final String LONG = "a".repeat(64);

    @ParameterizedTest
    @ValueSource(strings = {"app", "App.Kubernetes_io-1", "a", "example.com/app", "app.kubernetes.io/part-of"})
    void takesKeys(String key) {
        assertThat(LabelText.isKey(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a b", "a/b/c", "/a", "a/", "Example.com/a", "é", "a\nb", "a=b", "_a"})
    void takesNoOtherKeys(String key) {
        assertThat(LabelText.isKey(key)).isFalse();
        assertThat(LabelText.isKey(LONG)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1.2", "A_b-c.9"})
    void takesValues(String value) {
        assertThat(LabelText.isValue(value)).isTrue();
        assertThat(LabelText.isValue(LONG.substring(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".a", "a.", "a b", "a/b", "$(x)", "a;rm", "`a`", "\u0661"})
    void takesNoOtherValues(String value) {
        assertThat(LabelText.isValue(value)).isFalse();
        assertThat(LabelText.isValue(LONG)).isFalse();
    }
}
