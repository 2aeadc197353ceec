package io.github.meshready.smi.route.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencesTest {

    @TempDir
    private Path outer;

    private OpenApiFolder project;

    @BeforeEach
    void write() throws IOException {
        project = new OpenApiFolder(Files.createDirectories(outer.resolve("project")));
        new OpenApiFolder(outer).with("secret.yaml", "get: {operationId: secret}");
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("'#/x-items/a'", "GET /p a api/o.yaml:5"),
                Arguments.of("'#/x-items/b~1c~0'", "GET /p b api/o.yaml:6"),
                Arguments.of("'#/x-items/%7Bid%7D'", "GET /p id api/o.yaml:7"),
                Arguments.of("'#/x-list/1'", "GET /p second api/o.yaml:8"),
                Arguments.of("item.yaml", "GET /p item api/item.yaml:1"),
                Arguments.of("./item.yaml#", "GET /p item api/item.yaml:1"),
                Arguments.of("../shared/all.json#/items/x", "GET /p x shared/all.json:2"),
                Arguments.of("../shared/back.yaml", "GET /p a api/o.yaml:5"),
                Arguments.of("./o.yaml#/x-items/a", "GET /p a api/o.yaml:5"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void areFollowedInTheProject(String reference, String route) {
        assertThat(document("/p: {$ref: " + reference + "}").told("api/o.yaml")).containsExactly(route);
    }

    private OpenApiFolder document(String paths) {
        return project.with("api/item.yaml", "get: {operationId: item}")
                .with("shared/all.json", "{\"items\": {\"x\": {\n\"get\": {\"operationId\": \"x\"}}}}")
                .with("shared/back.yaml", "$ref: ../api/o.yaml#/x-items/a")
                .with("api/o.yaml", """
                        openapi: 3.0.0
                        paths:
                          %s
                        x-items:
                          a: {get: {operationId: a}}
                          b/c~: {get: {operationId: b}}
                          '{id}': {get: {operationId: id}}
                        x-list: [{}, {get: {operationId: second}}, text]
                        """.formatted(paths));
    }

    @Test
    void bringWhatThePathItemHasNot() {
        assertThat(document("/p: {$ref: item.yaml, get: {operationId: near}, put: {}, servers: [{url: /v1}]}")
                        .told("api/o.yaml"))
                .containsExactly("GET /v1/p near api/o.yaml:3", "PUT /v1/p  api/o.yaml:3");
        assertThat(document("/p: {get: {$ref: '#/x-items/a/get', servers: [{url: /v1}]}}")
                        .told("api/o.yaml"))
                .containsExactly("GET /v1/p a api/o.yaml:3");
        assertThat(document("$ref: paths.yaml")
                        .with("api/paths.yaml", "/q: {$ref: item.yaml}\n/r: {get: {}}")
                        .told("api/o.yaml"))
                .containsExactly("GET /q item api/item.yaml:1", "GET /r  api/paths.yaml:2");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("#/nope", "refers to #/nope, which is not there"),
                Arguments.of("#/x-list/9", "refers to #/x-list/9, which is not there"),
                Arguments.of("#/x-list/-1", "refers to #/x-list/-1, which is not there"),
                Arguments.of("#/x-list/99999999999", "refers to #/x-list/99999999999, which is not there"),
                Arguments.of("#anchor", "refers to #anchor, which is not there"),
                Arguments.of("#/x-items/%zz", "refers to #/x-items/%zz, which is not there"),
                Arguments.of("#/x-items/%ff", "refers to #/x-items/%ff, which is not there"),
                Arguments.of("#/x-list/2", "refers to a text at api/o.yaml:8, where a mapping is needed"),
                Arguments.of("#/paths/~1p", "refers back to itself"),
                Arguments.of("nope.yaml", "refers to nope.yaml: there is no file api/nope.yaml"),
                Arguments.of("nope\u001b[31m.yaml", "nope\\u001b[31m.yaml, a path with a control character"),
                Arguments.of(".", "refers to .: api is a folder or a device, which is not read"),
                Arguments.of("../../secret.yaml", "refers to ../../secret.yaml: leads out of the project"),
                Arguments.of("../../project/../secret.yaml", "leads out of the project"),
                Arguments.of("/etc/passwd", "refers to /etc/passwd, an absolute path or one of another machine"),
                Arguments.of("/dev/zero", "an absolute path or one of another machine"),
                Arguments.of("//host/share/x.yaml", "an absolute path or one of another machine"),
                Arguments.of("\\\\host\\share\\x.yaml", "an absolute path or one of another machine"),
                Arguments.of("~/.m2/settings.xml", "a path in somebody's home"),
                Arguments.of("file:///etc/passwd", "refers to file:///etc/passwd, a URL or a drive"),
                Arguments.of("https://example.com/x.yaml", "a URL or a drive"),
                Arguments.of("HTTP://127.0.0.1/x#/a", "a URL or a drive"),
                Arguments.of("ftp://127.0.0.1/x", "a URL or a drive"),
                Arguments.of("jar:file:/x.jar!/y", "a URL or a drive"),
                Arguments.of("C:\\x.yaml", "a URL or a drive"),
                Arguments.of("C:x.yaml", "a URL or a drive"),
                Arguments.of("..%2f..%2fsecret.yaml", "a path with one of the characters % \\ ?"),
                Arguments.of("..\\..\\secret.yaml", "a path with one of the characters % \\ ?"),
                Arguments.of("item.yaml?x", "a path with one of the characters % \\ ?"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void areRefusedElsewhere(String reference, String problem) {
        String quoted = '"' + reference.replace("\\", "\\\\").replace("\u001b", "\\e") + '"';
        DocumentedRoutes read = document("/p: {$ref: " + quoted + "}").read("api/o.yaml");
        assertThat(read.routes()).isEmpty();
        assertThat(OpenApiFolder.lines(read.problems()))
                .singleElement()
                .asString()
                .startsWith("api/o.yaml:3:")
                .contains(problem);
    }

    @Test
    void nameWhatIsNoPathItem() {
        DocumentedRoutes read = document("/p: {$ref: '#'}\n  /q: {$ref: '#/paths'}\n  /r: {get: {}}")
                .read("api/o.yaml");
        assertThat(read.routes().orElseThrow().routes())
                .map(OpenApiFolder::line)
                .containsExactly("GET /r  api/o.yaml:5");
        assertThat(OpenApiFolder.lines(read.remarks()))
                .contains(
                        "api/o.yaml:3:3: the path has no method, so no request to it is a route",
                        "api/o.yaml:4:3: the path has no method, so no request to it is a route");
        assertThat(document("/p: {$ref: ''}").told("api/o.yaml"))
                .singleElement()
                .asString()
                .contains("no path with a method");
    }

    @Test
    void areTexts() {
        assertThat(document("/p: {$ref: [a]}").told("api/o.yaml"))
                .containsExactly("api/o.yaml:3:8: a reference is a text, not a list; so not all routes are known");
    }

    @Test
    void doNotFollowLinksOut() throws IOException {
        link("api/link.yaml", outer.resolve("secret.yaml"));
        link("api/out", outer);
        link("api/zero.yaml", Path.of("/dev/zero"));
        link("api/loop.yaml", Path.of("loop.yaml"));
        for (String target : List.of("link.yaml", "out/secret.yaml", "zero.yaml")) {
            assertThat(document("/p: {$ref: " + target + "}").told("api/o.yaml"))
                    .singleElement()
                    .asString()
                    .contains("refers to " + target + ": leads out of the project");
        }
        assertThat(document("/p: {$ref: loop.yaml}").told("api/o.yaml"))
                .singleElement()
                .asString()
                .contains("there is no file api/loop.yaml");
        assertThat(project.told("api/link.yaml"))
                .containsExactly(
                        "api/link.yaml: leads out of the project, where nothing is read; so not all routes are known");
    }

    private void link(String link, Path target) throws IOException {
        Files.createDirectories(project.base().resolve(link).getParent());
        Files.createSymbolicLink(project.base().resolve(link), target);
    }

    @Test
    void followLinksInside() throws IOException {
        document("/p: {$ref: link.yaml}");
        link("api/link.yaml", Path.of("item.yaml"));
        assertThat(project.told("api/o.yaml")).containsExactly("GET /p item api/link.yaml:1");
    }

    @Test
    void neverWaitForAPipe() throws Exception {
        Path pipe = Files.createDirectories(project.base().resolve("api")).resolve("pipe");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "skipped: there is no mkfifo");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> document("/p: {$ref: ./pipe}").told("api/o.yaml")))
                .singleElement()
                .asString()
                .contains("api/pipe is a folder or a device, which is not read");
    }

    @Test
    void endInCirclesAndLongChains() {
        assertThat(document("/p: {$ref: one.yaml}")
                        .with("api/one.yaml", "$ref: two.yaml")
                        .with("api/two.yaml", "$ref: one.yaml")
                        .told("api/o.yaml"))
                .singleElement()
                .asString()
                .startsWith("api/two.yaml:1:1: refers back to itself");
        String chain = IntStream.range(0, 60)
                .mapToObj(i -> "  a" + i + ": {$ref: '#/x/a" + (i + 1) + "'}\n")
                .collect(Collectors.joining());
        project.with(
                "c.yaml",
                "openapi: 3.0.0\npaths: {/p: {$ref: '#/x/a0'}, /q: {$ref: '#/x/a20'}}\nx:\n" + chain
                        + "  a60: {get: {}}\n");
        assertThat(project.told("c.yaml")).singleElement().asString().contains("stands behind 50 other references");
    }

    @Test
    void sayOnceWhatIsWrongInWhatSeveralReferTo() {
        document("/p: {$ref: bad.yaml}\n  /q: {$ref: bad.yaml}").with("api/bad.yaml", "get: [x]");
        assertThat(project.told("api/o.yaml"))
                .containsExactly("api/bad.yaml:1:1: an operation is a mapping, not a list; "
                        + "so it is not known whether there is one");
        project.with("api/bad.yaml", "get: [");
        assertThat(project.told("api/o.yaml"))
                .singleElement()
                .asString()
                .startsWith("api/bad.yaml:1:")
                .contains("not valid YAML");
    }
}
