package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.call.Shop.find;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No value that may be a credential is kept or shown. */
class CredentialsTest {

    @Test
    void neverKeepsAValueThatMayHoldCredentials() {
        CallGraph graph = find(deployment("shop", "web", env("X", "postgresql://u:SENTINEL@db:5432/x?p=SENTINEL")));
        assertThat(graph.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.evidence().toString()).doesNotContain("SENTINEL"));
    }

    static Stream<Arguments> credentials() {
        return Stream.of(
                Arguments.of(env("DB_PASSWORD", "SENTINEL:5432")),
                Arguments.of(env("DB_PASSWORD", "SENTINEL.shop.svc")),
                Arguments.of(env("API_KEY", "SENTINEL")),
                Arguments.of(env("DSN", "user:SENTINEL:5432")),
                Arguments.of(env("X", "postgresql://u:p/SENTINEL@db:5432/x")),
                Arguments.of(env("X", "https://u:p#SENTINEL.com@db/x")),
                Arguments.of("args: [-pSENTINEL]"),
                Arguments.of("args: ['-pSENTINEL=db:5432']"),
                Arguments.of("args: [--token=SENTINEL:80]"),
                Arguments.of("args: [--password, 'SENTINEL:80']"));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void neverShowsWhatMayBeACredential(String container) {
        CallGraph graph = find(deployment("shop", "web", container));
        String shown = graph.calls().stream().map(Call::described).toList()
                + graph.suggestions().stream().map(Call::described).toList().toString()
                + graph.unresolved().stream()
                        .map(each -> each.address()
                                + each.explanation()
                                + each.evidence().described())
                        .toList();
        assertThat(shown).doesNotContain("SENTINEL");
    }

    @Test
    void showsOfSecretsOnlyTheServicesThatTheyName() {
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData:\n"
                + "  DB_URL: postgresql://u:SENTINEL@db:5432/x\n  API_HOST: SENTINEL.shop.svc\n  OTHER_URL: http://SENTINEL:1/\n"
                + "  config.yml: \"token: {host: SENTINEL, port: 80}\\nurl: http://api:80\"\n";
        CallGraph graph = find(
                deployment(
                                "shop",
                                "web",
                                "envFrom: [{secretRef: {name: s}}]",
                                "volumeMounts: [{name: v, mountPath: /x}]")
                        + "      volumes: [{name: v, secret: {secretName: s}}]\n",
                secret);
        assertThat(graph.calls())
                .map(Call::described)
                .containsExactly(
                        "web -> api:80 http (env config.yml.url of Secret s, file url of config.yml in Secret s)",
                        "web -> db:5432 tcp-server-first (env DB_URL of Secret s, file DB_URL of Secret s)");
        assertThat(graph.unresolved() + "" + graph.suggestions()).doesNotContain("SENTINEL");
    }
}
