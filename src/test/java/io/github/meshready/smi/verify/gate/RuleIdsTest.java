package io.github.meshready.smi.verify.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.rule.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleIdsTest {

    private final RuleIds ids = new RuleIds(Rules.all());

    @ParameterizedTest
    @CsvSource({"SMI-TT-05", "SMI-TT-*", "SMI-??-05", "*"})
    void covers(String pattern) {
        assertThat(ids.covers(new Wildcard(pattern))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SMI-TT-5,SMI-TT-05",
        "smi-tt-05,SMI-TT-05",
        "SMI-SPLITS-*,SMI-SPLIT-*",
        "SMI-ID-,SMI-ID-01",
        "'',SMI-ID-01"
    })
    void namesTheNearest(String text, String nearest) {
        assertThat(ids.covers(new Wildcard(text))).isFalse();
        assertThat(ids.nearest(text)).hasSameSizeAs(nearest).isEqualTo(nearest);
    }
}
