package io.github.meshready.smi.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program that stands in for kubectl is a shell script")
class KubectlKustomizeTest {

    @TempDir
    private Path base;

    @Test
    void returnsWhatKubectlPrints() throws IOException {
        byte[] rendered = kubectl("echo \"$1 $(basename \"$2\")\"; head -c 300000 /dev/zero >&2")
                .render(base.resolve("my app"), "k8s");
        assertThat(new String(rendered, UTF_8)).isEqualTo("kustomize my app\n");
    }

    @Test
    void passesOnWhatKubectlComplainsOf() {
        assertThatThrownBy(() -> kubectl("printf 'error: \\033[31mno\\n::error::x' >&2; exit 1")
                        .render(base, "k8s/prod"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("k8s/prod: kubectl kustomize failed: error: \\u001b[31mno\\u000a::error::x");
    }

    @Test
    void saysThatKubectlIsMissing() {
        assertThatThrownBy(() -> new KubectlKustomize(base.resolve("nowhere").toString()).render(base, "k8s/prod"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("k8s/prod: holds a kustomization, and smi.kustomize is set, but there is no")
                .hasMessageContaining("fix: put kubectl on the PATH");
    }

    private KubectlKustomize kubectl(String script) throws IOException {
        Path program = Files.writeString(base.resolve("kubectl"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new KubectlKustomize(program.toString());
    }
}
