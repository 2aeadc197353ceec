package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import io.github.meshready.smi.module.CompiledClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ConfigMap that all are given whole says of none whom it calls, where the code shows what it reads. */
class UnreadKeysTest {

    private static final String SHARED = "envFrom: [{configMapRef: {name: shared}}]";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing reads it       | ``          | String x = "OTHER_ADDR";
            no class is known      | api         | ``
            a constant             | api         | String x = "API_ADDR";
            another spelling       | api         | @Value("${api.addr}") String x;
            a part of a text       | api         | String x = "http://${API_ADDR}/";
            a prefix of properties | api         | @ConfigurationProperties(prefix = "api") class Y {}
            the same as a value    | api         | @ConfigurationProperties("api") class Y {}
            another prefix         | ``          | @ConfigurationProperties("orders") class Y {}
            the key of a client    | api         | @RegisterRestClient(configKey = "api") interface Y {}
            a name put together    | api         | String x(String y) { return "API_" + y; }
            a word in front of it  | ``          | String x = "api";
            """)
    void grantsWhatTheCodeReads(String what, String expected, String members) {
        CallGraph graph = find(SHARED, SHARED, members, "", "");
        assertThat(called(graph.calls())).isEqualTo(expected);
        assertThat(graph.suggestions())
                .as("said, not dropped")
                .extracting(Call::described)
                .hasSize(expected.isEmpty() ? 1 : 0)
                .allMatch(text -> text.equals("web -> api:80 http (unread API_ADDR of ConfigMap shared)"));
    }

    @Test
    void takesConfigurationOfTheModuleForItsCode() {
        assertThat(called(find(SHARED, SHARED, "String x = \"y\";", "target=${API_ADDR}", "")
                        .calls()))
                .isEqualTo("api");
    }

    /** What a library of the build reads, any application of the build may read. */
    @Test
    void takesLibrariesOfTheBuildForItsCode() {
        assertThat(called(find(SHARED, SHARED, "String x = \"y\";", "", "String x = \"API_ADDR\";")
                        .calls()))
                .isEqualTo("api");
    }

    @Test
    void believesWhatIsGivenToOneAlone() {
        String members = "String x = \"y\";";
        assertThat(called(find(SHARED, "", members, "", "").calls())).isEqualTo("api");
        String byKey = "env: [{name: API_ADDR, valueFrom: {configMapKeyRef: {name: shared, key: API_ADDR}}}]";
        assertThat(called(find(byKey, SHARED, members, "", "").calls())).isEqualTo("api");
    }

    private static String called(List<Call> calls) {
        return calls.stream()
                .filter(call -> call.source().name().equals("web"))
                .map(call -> call.service().name().name())
                .collect(Collectors.joining(" "));
    }

    private static CallGraph find(String web, String other, String members, String file, String library) {
        List<BuildModule> modules = new ArrayList<>();
        List<ConfigFile> files =
                file.isEmpty() ? List.of() : List.of(new ConfigFile("application.properties", "p", file));
        boolean known = members != null && !members.isEmpty();
        modules.add(new BuildModule(
                "web",
                Set.of("web"),
                files,
                known ? CompiledClass.texts("public class X { " + members + " }") : List.of()));
        if (!library.isEmpty()) {
            modules.add(new BuildModule(
                    "common", Set.of("common"), List.of(), CompiledClass.texts("public class X { " + library + " }")));
        }
        return new CallFinder(
                        app(
                                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared, namespace: shop}\ndata: {API_ADDR: 'api:80'}\n",
                                deployment("shop", "web", web),
                                other.isEmpty() ? deployment("shop", "other") : deployment("shop", "other", other),
                                deployment("shop", "api"),
                                service("shop", "api", "{port: 80}")),
                        new Declarations(List.of(), List.of(), modules))
                .find();
    }
}
