package io.github.meshready.smi.app;

import static io.github.meshready.smi.TestManifests.app;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnboardingTest {

    private static final Onboarding ONBOARDING = new Onboarding(Dialect.DEFAULT);

    /** OSM v1.2.4, pkg/injector/webhook.go mustInject; - means that there is no annotation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enabled  | -        | false | true
            yes      | -        | false | true
            -        | -        | false | false
            disabled | -        | false | false
            disabled | enabled  | false | true
            -        | True     | false | true
            enabled  | disabled | false | false
            enabled  | no       | false | false
            enabled  | enabled  | true  | false
            """)
    void knowsWhichPodsGetASidecar(String ofNamespace, String ofPod, boolean hostNetwork, boolean injected) {
        String annotations = ofPod.equals("-") ? "{}" : "{%s: '%s'}".formatted(Dialect.DEFAULT.injection(), ofPod);
        Application application = app(
                "apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: %s}\nspec: {hostNetwork: %s, containers: []}\n"
                        .formatted(annotations, hostNetwork));
        Map<String, String> namespace =
                ofNamespace.equals("-") ? Map.of() : Map.of(Dialect.DEFAULT.injection(), ofNamespace);
        assertThat(ONBOARDING
                        .withoutSidecar(application.workloads().get(0), namespace)
                        .isEmpty())
                .isEqualTo(injected);
    }

    @Test
    void keepsSystemNamespacesOut() {
        assertThat(ONBOARDING.obstacle("kube-system", Map.of())).isPresent();
        assertThat(ONBOARDING.obstacle("a", Map.of("control-plane", "x"))).isPresent();
        assertThat(ONBOARDING.obstacle("a", Map.of("openservicemesh.io/ignore", "false")))
                .as("any value")
                .isPresent();
        assertThat(ONBOARDING.obstacle("default", Map.of())).isEmpty();
    }
}
