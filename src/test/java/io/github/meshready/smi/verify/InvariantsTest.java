package io.github.meshready.smi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invariants over small meshes: what is proved, and what speaks against what is not. */
class InvariantsTest {

    static Stream<InvariantCase> cases() {
        return Stream.of(
                        PolicyInvariantCases.policies(),
                        HostInvariantCases.hosts(),
                        PastMeshInvariantCases.pastTheMesh(),
                        IngressInvariantCases.ingressBackends(),
                        IngressInvariantCases.elsewhere(),
                        ChainInvariantCases.chains(),
                        ChainInvariantCases.methods())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showWhatPasses(InvariantCase each) {
        assertThat(each.found()).isEqualTo(each.expected());
    }
}
