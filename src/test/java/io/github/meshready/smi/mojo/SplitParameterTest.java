package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.policy.DeclaredSplit;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitParameterTest {

    @Test
    void takesWhatIsGiven() throws ReflectiveOperationException {
        assertThat(ParameterValues.splits(null)).isEmpty();
        assertThat(ParameterValues.splits(List.of(split(" shop/api ", List.of(backend("v1", " 90 "))))))
                .containsExactly(new DeclaredSplit("shop/api", List.of(new DeclaredSplit.Backend("v1", "90"))));
    }

    @Test
    void refusesWhatIsIncomplete() throws ReflectiveOperationException {
        assertRefused(split(null, List.of()), "a <split> has no <service>");
        assertRefused(split("api", null), "the <split> of api has no <backends>");
        assertRefused(split("api", List.of(backend("", "1"))), "a <backend> of the <split> of api has no <service>");
        assertRefused(split("api", List.of(backend("v1", null))), "a <backend> of the <split> of api has no <weight>");
    }

    private static void assertRefused(SplitParameter split, String message) {
        assertThatThrownBy(split::toSplit)
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("parameter <splits>: " + message)
                .hasMessageContaining("fix: ");
    }

    private static SplitParameter split(String service, List<BackendParameter> backends)
            throws ReflectiveOperationException {
        return fill(fill(new SplitParameter(), "service", service), "backends", backends);
    }

    private static BackendParameter backend(String service, String weight) throws ReflectiveOperationException {
        return fill(fill(new BackendParameter(), "service", service), "weight", weight);
    }

    /** As Maven does. */
    private static <T> T fill(T parameter, String name, Object value) throws ReflectiveOperationException {
        Field field = parameter.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(parameter, value);
        return parameter;
    }
}
