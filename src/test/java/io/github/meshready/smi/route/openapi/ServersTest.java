package io.github.meshready.smi.route.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServersTest {

    @TempDir
    private Path base;

    static Stream<Arguments> servers() {
        return Stream.of(
                found("[]", "/p"),
                found("", "/p"),
                found("[{url: /}]", "/p"),
                found("[{url: ''}]", "/p"),
                found("[{url: .}]", "/p"),
                found("[{url: 'https://example.com'}]", "/p"),
                found("[{url: 'http://localhost:8080/'}]", "/p"),
                found("[{url: 'https://example.com/v1/?a=/x#/y'}]", "/v1/p"),
                found("[{url: //example.com/v1}]", "/v1/p"),
                found("[{url: 'wss://example.com:1/a/b//'}]", "/a/b/p"),
                found("[{url: /a}, {url: 'https://h/b'}, {url: 'https://i/b'}]", "/a/p", "/b/p"),
                found("[{url: '/{v}', variables: {v: {default: v1}}}]", "/v1/p"),
                found("[{url: '/{v}', variables: {v: {default: v1, enum: [v1, v2]}}}]", "/v1/p", "/v2/p"),
                found("[{url: '/{v}', variables: {v: {enum: [v1, v2], default: v2}}}]", "/v2/p", "/v1/p"),
                found(
                        "[{url: '/{a}/{b}', variables: {a: {enum: [1, 2]}, b: {default: x, enum: [y]}}}]",
                        "/1/x/p",
                        "/1/y/p",
                        "/2/x/p",
                        "/2/y/p"),
                found("[{url: '{scheme}://{host}:{port}/v1'}]", "/v1/p"),
                found("[{url: '{server}/v1', variables: {server: {default: 'https://h/base'}}}]", "/base/v1/p"),
                found("[{url: 'https://{h}/v1', variables: {h: {default: h/base}}}]", "/base/v1/p"),
                found("[{url: 'https://{h}/v1', variables: {h: {default: h, enum: [" + numbers(200) + "]}}}]", "/v1/p"),
                found("[{$ref: '#/x-server'}]", "/ref/p"),
                refused("{url: /}", "servers is a list, not a mapping"),
                refused("[{}]", "a server without a url"),
                refused("[{$ref: '#/nowhere'}]", "refers to #/nowhere, which is not there"),
                refused("[{url: '/{v}'}]", "in front of the paths stands /{v}, with a variable that has no default"),
                refused(
                        "[{url: '/{a}', variables: {a: {default: '{b}{b}'}, b: {default: '{a}{a}'}}}]",
                        "stands /{b}{b}, with a variable that has no default"),
                refused("[{url: 'localhost:8080/v1'}]", "localhost:8080/v1 has neither a scheme nor a slash in front"),
                refused("[{url: '/{v}', variables: {v: {enum: [" + numbers(101) + "]}}}]", "more than 100 ways"),
                refused(
                        "["
                                + IntStream.range(0, 101)
                                        .mapToObj(i -> "{url: /" + i + "}")
                                        .collect(Collectors.joining(","))
                                + "]",
                        "more than 100 ways"),
                refused(
                        "[{url: '/{a}{a}{a}{a}', variables: {a: {default: " + "x".repeat(150) + "}}}]",
                        "the URL is longer than 500 characters"));
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static Arguments found(String servers, String... paths) {
        return Arguments.of(servers, List.of(paths), "");
    }

    private static Arguments refused(String servers, String problem) {
        return Arguments.of(servers, List.of(), problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void givePrefixes(String servers, List<String> paths, String problem) {
        DocumentedRoutes read = new OpenApiFolder(base)
                .with(
                        "api.yaml",
                        "openapi: 3.0.0\nx-server: {url: /ref}\nservers: " + servers + "\npaths: {/p: {get: {}}}")
                .read("api.yaml");
        assertThat(read.remarks()).isEmpty();
        if (problem.isEmpty()) {
            assertThat(read.routes().orElseThrow().routes())
                    .map(route -> route.path().text())
                    .containsExactlyElementsOf(paths);
        } else {
            assertThat(OpenApiFolder.lines(read.problems()))
                    .singleElement()
                    .asString()
                    .contains("api.yaml:3:", problem);
        }
    }

    static Stream<Arguments> relative() {
        return Stream.of(
                Arguments.of("openapi: 3.0.0\nservers: [{url: v1}]", "/v1/p"),
                Arguments.of("openapi: 3.0.0\nservers: [{url: ./v1}]", "/v1/p"),
                Arguments.of("openapi: 3.0.0\nservers: [{url: ../../v1/}]", "/v1/p"),
                Arguments.of("openapi: 3.0.0\nservers: [{url: ..}]", "/p"),
                Arguments.of("swagger: '2.0'\nbasePath: v1", "/v1/p"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("relative")
    void takesRelativeOnesFromTheRootAndSaysSo(String top, String path) {
        DocumentedRoutes read = new OpenApiFolder(base)
                .with("api.yaml", top + "\npaths: {/p: {get: {}}}")
                .read("api.yaml");
        assertThat(read.routes().orElseThrow().routes())
                .map(route -> route.path().text())
                .containsExactly(path);
        assertThat(OpenApiFolder.lines(read.remarks()))
                .singleElement()
                .asString()
                .startsWith("api.yaml:2:")
                .contains("does not begin with a slash");
    }

    static Stream<Arguments> basePaths() {
        return Stream.of(
                Arguments.of("/", "[GET /p  api.yaml:3]"),
                Arguments.of("https://example.com/v1", "[GET /v1/p  api.yaml:3]"),
                Arguments.of(
                        "'/{v}'",
                        "[api.yaml:2:1: in front of the paths stands /{v}, with a variable that has no default; "
                                + "so it is not known which paths are served]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("basePaths")
    void readsBasePaths(String basePath, String expected) {
        assertThat(new OpenApiFolder(base)
                        .with("api.yaml", "swagger: '2.0'\nbasePath: " + basePath + "\npaths: {/p: {get: {}}}")
                        .told("api.yaml"))
                .hasToString(expected);
    }
}
