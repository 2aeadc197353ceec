package io.github.meshready.smi.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTextTest {

    private static final Finding FINDING = new Finding(
            "SMI-TT-05",
            Severity.ERROR,
            Optional.of(new Location("target/smi/90-policies.yaml", 14, 7)),
            "TrafficTarget bookstore/bookbuyer-to-bookstore",
            "rule HTTPRouteGroup/bookstore-routes lists no matches",
            "OSM then allows no request at all (every call gets 404)",
            "add matches:\n[books-bought]",
            List.of("matches:", "- books-bought"));

    @Test
    void saysWhatWhereWhatHappensAndWhatToDo() {
        assertThat(FindingText.of(FINDING).lines())
                .containsExactly(
                        "SMI-TT-05  error  target/smi/90-policies.yaml:14:7  TrafficTarget bookstore/bookbuyer-to-bookstore",
                        "  rule HTTPRouteGroup/bookstore-routes lists no matches: OSM then allows no request at all (every call gets 404)",
                        "  fix: add matches:\\u000a[books-bought]",
                        "    matches:",
                        "    - books-bought");
    }

    @Test
    void fitsInOneLineWhereThatIsEnough() {
        assertThat(FindingText.brief(FINDING))
                .isEqualTo(
                        "SMI-TT-05  error  target/smi/90-policies.yaml:14:7  TrafficTarget bookstore/bookbuyer-to-bookstore:"
                                + " rule HTTPRouteGroup/bookstore-routes lists no matches");
    }

    @Test
    void letsNoControlCharacterThrough() {
        Finding odd = new Finding(
                "X", Severity.INFO, Optional.empty(), "a\u001b[31m", "b\r", "c\u202e", "d", List.of("\u0007"));
        assertThat(FindingText.of(odd))
                .doesNotContain("\u001b", "\u202e", "\u0007")
                .contains("a\\u001b[31m");
    }
}
