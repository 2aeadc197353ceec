package io.github.meshready.smi.app;

import static io.github.meshready.smi.TestManifests.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshModeTest {

    private static final String CONFIG = """
        apiVersion: config.openservicemesh.io/v1alpha2
        kind: MeshConfig
        metadata: {name: osm-mesh-config, namespace: osm-system}
        spec: {traffic: {enablePermissiveTrafficPolicyMode: %s}}
        """;

    @TempDir
    private Path base;

    @Test
    void asksTheParameterThenTheFileThenTheManifests() throws IOException {
        Application silent = app();
        Application permissive = app(CONFIG.formatted("true"));
        Path file = Files.writeString(base.resolve("mesh.yaml"), CONFIG.formatted("false"));
        assertMode(
                mode(silent, null, null),
                false,
                "assumed: no MeshConfig and no smi.permissive; osm:1.2 starts with it on, OSM before 1.2 with it off");
        assertMode(mode(permissive, null, null), true, "MeshConfig in k8s/app.yaml");
        assertMode(mode(permissive, null, file), false, "MeshConfig in mesh.yaml");
        assertMode(mode(permissive, false, null), false, "smi.permissive");
        assertMode(mode(silent, true, file), true, "smi.permissive");
    }

    private static void assertMode(MeshMode mode, boolean permissive, String source) {
        assertThat(mode.permissive()).isEqualTo(permissive);
        assertThat(mode.source()).isEqualTo(source);
    }

    @Test
    void refusesAFileThatIsNone() throws IOException {
        Path other = Files.writeString(
                base.resolve("other.yaml"), CONFIG.formatted("true").replace("osm-mesh-config", "x"));
        assertThatThrownBy(() -> mode(app(), null, other))
                .hasMessageContaining(
                        "other.yaml: holds no MeshConfig of config.openservicemesh.io named osm-mesh-config");
        assertThatThrownBy(() -> mode(app(), null, base.resolve("nowhere")))
                .hasMessageContaining("nowhere: there is no such file");
    }

    @Test
    void readsWhatHoldsForAllTraffic() {
        String config = CONFIG.replace(
                "Mode: %s",
                "Mode: false, enableEgress: %s, outboundPortExclusionList: [1, 2], inboundPortExclusionList: [3]");
        MeshMode closed = mode(app(config.formatted("false")), null, null);
        assertThat(closed.egress()).isEqualTo(Egress.CLOSED);
        assertThat(closed.outboundPorts()).containsExactlyInAnyOrder(1, 2);
        assertThat(closed.inboundPorts()).containsExactly(3);
        assertThat(mode(app(config.formatted("true")), true, null).egress())
                .as("whatever says the mode")
                .isEqualTo(Egress.OPEN);
        assertThat(mode(app(CONFIG.formatted("true")), null, null).egress()).isEqualTo(Egress.ASSUMED_OPEN);
    }

    @Test
    void refusesToChooseBetweenTwo() {
        String other = CONFIG.formatted("false").replace("osm-system", "other");
        assertThatThrownBy(() -> mode(app(CONFIG.formatted("true"), other), null, null))
                .hasMessageContaining(
                        "k8s/app.yaml:6:1: there is another MeshConfig at k8s/app.yaml:1:1; the mesh reads"
                                + " only the one in its own namespace")
                .hasMessageContaining("fix: name the file that holds it in smi.meshConfig");
    }

    private MeshMode mode(Application application, Boolean permissive, Path file) {
        Settings settings = new Settings(
                "default",
                "osm",
                Dialect.DEFAULT,
                Optional.ofNullable(permissive),
                EgressMode.WRITE,
                Optional.ofNullable(file));
        return MeshMode.of(settings, application, new FileNames(base));
    }
}
