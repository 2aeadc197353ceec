package io.github.meshready.smi.report;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplyCommandTest {

    private static final String UNNAMED = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: x}\n";

    @Test
    void saysWhereObjectsWithoutANamespaceGo() {
        assertThat(ApplyCommand.of(app(namespace("a"), account("a", "x")), "default", "target/smi"))
                .isEqualTo("kubectl apply -R -f target/smi");
        assertThat(ApplyCommand.of(app(namespace("a"), UNNAMED), "shop", "target/smi"))
                .isEqualTo("kubectl apply -n shop -R -f target/smi");
        assertThat(ApplyCommand.of(app(account("shop", "z"), UNNAMED), "shop", "target/smi"))
                .isEqualTo("kubectl apply -n shop -R -f target/smi");
        assertThat(ApplyCommand.of(app(account("other", "z"), UNNAMED), "shop", "target/smi"))
                .as("with -n kubectl would refuse the other one")
                .isEqualTo("kubectl config set-context --current --namespace=shop && kubectl apply -R -f target/smi");
    }
}
