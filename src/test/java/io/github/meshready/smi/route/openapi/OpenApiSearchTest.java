package io.github.meshready.smi.route.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ModuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiSearchTest {

    private static final String COMPLETE = "mp.openapi.scan.disable";
    private static final String STORE = "quarkus.smallrye-openapi.store-schema-directory";
    private static final String STORE_NAME = "quarkus.smallrye-openapi.store-schema-file-name";

    @TempDir
    private Path base;

    private static String document(String path) {
        return "openapi: 3.0.0\npaths: {" + path + ": {get: {}}}\n";
    }

    private DocumentedRoutes find(Map<String, String> configuration) {
        FileNames names = new FileNames(base);
        BuildModule module = new ModuleReader(names, Limits.DEFAULT)
                .read("shop", base.resolve("shop"), base.resolve("shop/target/classes"), false);
        return new OpenApiSearch(names, Limits.DEFAULT, base, "smi.x")
                .find(module, key -> Optional.ofNullable(configuration.get(key)));
    }

    private void write(String file, String text) {
        new OpenApiFolder(base).with("shop/" + file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/generated/openapi.yaml",
                "target/generated/openapi.json",
                "target/openapi.json",
                "target/swagger.json",
                "target/swagger.yaml",
                "target/spec-open-api.yml",
                "target/openapi/openapi.yaml",
                "target/swagger/swagger.json",
                "target/classes/META-INF/swagger/shop-1.0.yml",
                "target/classes/static/openapi.yaml",
                "target/classes/META-INF/resources/swagger.json",
                "src/main/resources/static/openapi.yml",
                "src/main/resources/public/openapi.json"
            })
    void takesWhatDescribesTheModuleItself(String file) {
        write(file, document("/a"));
        DocumentedRoutes found = find(Map.of());
        assertThat(found.routes().orElseThrow().source()).isEqualTo("OpenAPI document shop/" + file);
        assertThat(found.routes().orElseThrow().routes())
                .map(OpenApiFolder::line)
                .containsExactly("GET /a  shop/" + file + ":2");
        assertThat(found.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/resources/openapi.yaml",
                "src/main/resources/swagger.json",
                "src/main/openapi/partner.yml",
                "src/main/resources/META-INF/openapi.yaml"
            })
    void onlyPointsOutWhatMayBeAnothersOrAPart(String file) {
        write(file, document("/a"));
        DocumentedRoutes found = find(Map.of());
        assertThat(found.routes()).isEmpty();
        assertThat(found.problems()).isEmpty();
        assertThat(found.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.place()).isEqualTo("shop/" + file);
            assertThat(remark.fix()).startsWith("name it in smi.x if it ");
        });
        write("target/openapi.json", document("/b"));
        assertThat(find(Map.of()).remarks()).isEmpty();
        assertThat(find(Map.of()).routes()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/generated-sources/openapi/openapi.yaml",
                "target/test-classes/openapi.yaml",
                "target/classes/META-INF/swagger/views/openapi.yaml",
                "src/test/resources/openapi.yaml",
                "src/main/resources/openapi.txt"
            })
    void leavesTheRestAlone(String file) {
        write(file, document("/a"));
        assertThat(find(Map.of())).isEqualTo(DocumentedRoutes.NONE);
    }

    @Test
    void readsStaticDocumentsThatNothingIsAddedTo() {
        write("src/main/resources/META-INF/openapi.yaml", document("/a"));
        assertThat(find(Map.of(COMPLETE, "true")).routes().orElseThrow().source())
                .isEqualTo("OpenAPI document shop/src/main/resources/META-INF/openapi.yaml");
        assertThat(find(Map.of(COMPLETE, "false")).routes()).isEmpty();
        write("target/classes/META-INF/openapi.yaml", document("/b"));
        assertThat(find(Map.of(COMPLETE, "true")).routes().orElseThrow().source())
                .isEqualTo("OpenAPI document shop/target/classes/META-INF/openapi.yaml");
    }

    @Test
    void looksWhereQuarkusIsToldToWrite() {
        write("api/contract.yaml", document("/a"));
        write("api/openapi.yaml", document("/b"));
        assertThat(find(Map.of(STORE, "api")).routes().orElseThrow().source())
                .isEqualTo("OpenAPI document shop/api/openapi.yaml");
        assertThat(find(Map.of(STORE, "api", STORE_NAME, "contract"))
                        .routes()
                        .orElseThrow()
                        .source())
                .isEqualTo("OpenAPI document shop/api/contract.yaml");
        assertThat(find(Map.of(STORE, "\0"))).isEqualTo(DocumentedRoutes.NONE);
        assertThat(find(Map.of(STORE, "api", STORE_NAME, "\0"))).isEqualTo(DocumentedRoutes.NONE);
    }

    @Test
    void takesOneOfSeveralThatSayTheSame() {
        write("target/generated/openapi.yaml", "openapi: 3.0.0\npaths: {/b: {get: {}}, /a: {get: {}}}\n");
        write(
                "target/generated/openapi.json",
                "{\"openapi\": \"3.0.0\", \"paths\": {\n\"/a\": {\"get\": {}}, \"/b\": {\"get\": {}}}}");
        write("src/main/resources/static/openapi.yaml", document("/c"));
        assertThat(find(Map.of()).routes().orElseThrow().source())
                .isEqualTo("OpenAPI document shop/target/generated/openapi.yaml");
    }

    @Test
    void doesNotChooseBetweenSeveralThatDiffer() {
        write("target/classes/META-INF/swagger/v1.yml", document("/v1"));
        write("target/classes/META-INF/swagger/v2.yml", document("/v2"));
        DocumentedRoutes found = find(Map.of());
        assertThat(found.routes()).isEmpty();
        assertThat(found.problems())
                .singleElement()
                .asString()
                .contains(
                        "shop/target/classes/META-INF/swagger/v1.yml: the module has more than one OpenAPI document, and they differ: "
                                + "shop/target/classes/META-INF/swagger/v1.yml, shop/target/classes/META-INF/swagger/v2.yml;",
                        "fix: name those that count in smi.x");
    }

    @Test
    void doesNotFallBackOnAnotherWhereOneIsBroken() throws IOException {
        write("src/main/resources/static/openapi.yaml", document("/c"));
        write("target/openapi.yaml", "openapi: [");
        DocumentedRoutes found = find(Map.of());
        assertThat(found.routes()).isEmpty();
        assertThat(OpenApiFolder.lines(found.problems()))
                .singleElement()
                .asString()
                .startsWith("shop/target/openapi.yaml:");
        Files.delete(base.resolve("shop/target/openapi.yaml"));
        Path other = Files.writeString(Files.createTempFile("other", ".yaml"), document("/x"));
        Files.createSymbolicLink(base.resolve("shop/target/openapi.yaml"), other);
        assertThat(OpenApiFolder.lines(find(Map.of()).problems()))
                .singleElement()
                .asString()
                .contains("leads out of the project");
        Files.delete(other);
    }

    @Test
    void looksNowhereWithoutAFolder() {
        BuildModule module = new BuildModule("shop", Set.of("shop"), List.of());
        assertThat(new OpenApiSearch(new FileNames(base), Limits.DEFAULT, base, "smi.x")
                        .find(module, key -> Optional.empty()))
                .isEqualTo(DocumentedRoutes.NONE);
    }
}
