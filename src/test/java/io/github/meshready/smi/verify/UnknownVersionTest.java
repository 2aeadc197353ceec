package io.github.meshready.smi.verify;

import static io.github.meshready.smi.verify.TestRequests.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that the mesh would never see is not passed over in silence. */
class UnknownVersionTest {

    @ParameterizedTest
    @CsvSource({
        "access.smi-spec.io/v1alpha9, TrafficTarget",
        "access.smi-spec.io/v1alpha3, TrafficTargets",
        "specs.smi-spec.io/v1, HTTPRouteGroup",
        "specs.smi-spec.io/v1alpha4, HttpRouteGroup",
        "split.smi-spec.io/v1alpha4, TrafficSplit",
        "policy.openservicemesh.io/v1, IngressBackend",
        "policy.openservicemesh.io/v1beta1, Egress",
        "policy.openservicemesh.io/v1alpha1, IngressBackends"
    })
    void isAFinding(String apiVersion, String kind) {
        assertThat(verify(apiVersion, kind))
                .extracting(Finding::rule, Finding::object)
                .contains(org.assertj.core.groups.Tuple.tuple("SMI-TT-13", kind + " a/x"));
    }

    @ParameterizedTest
    @CsvSource({"Retry", "UpstreamTrafficSetting"})
    void isNoneWhereTheMeshServesIt(String kind) {
        assertThat(verify("policy.openservicemesh.io/v1alpha1", kind))
                .extracting(Finding::rule)
                .doesNotContain("SMI-TT-13");
    }

    @Test
    void aMeshConfigOfAnUnknownVersionIsRefused() {
        assertThatThrownBy(
                        () -> findings(
                                "apiVersion: config.openservicemesh.io/v9\nkind: MeshConfig\nmetadata: {name: osm-mesh-config, namespace: osm-system}\nspec: {}\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("k8s/app.yaml:1:1: apiVersion config.openservicemesh.io/v9 of the MeshConfig");
    }

    private static List<Finding> verify(String apiVersion, String kind) {
        return findings(
                "apiVersion: %s\nkind: %s\nmetadata: {name: x, namespace: a}\nspec: {}\n".formatted(apiVersion, kind));
    }
}
