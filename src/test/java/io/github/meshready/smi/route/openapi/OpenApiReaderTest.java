package io.github.meshready.smi.route.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiReaderTest {

    private static final String OPS = "{get: {operationId: a}}";

    @TempDir
    private Path base;

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(
                        "every method of 3.0, nothing else",
                        """
                        openapi: 3.0.3
                        info: {title: Books, version: "1"}
                        paths:
                          x-note: none of ours
                          /books/{id}:
                            summary: a book
                            description: long
                            parameters: [{name: id, in: path, required: true}]
                            x-owner: {get: {}}
                            get: {operationId: find, callbacks: {done: {'{$request.body#/url}': {post: {}}}}}
                            put: {}
                            post:
                            delete: {operationId: 7}
                            options: {}
                            head: {}
                            patch: {}
                            trace: {}
                        """,
                        List.of(
                                "GET /books/{id} find api.yaml:10",
                                "PUT /books/{id}  api.yaml:11",
                                "POST /books/{id}  api.yaml:12",
                                "DELETE /books/{id} 7 api.yaml:13",
                                "OPTIONS /books/{id}  api.yaml:14",
                                "HEAD /books/{id}  api.yaml:15",
                                "PATCH /books/{id}  api.yaml:16",
                                "TRACE /books/{id}  api.yaml:17")),
                Arguments.of("3.1 without its webhooks", """
                        openapi: 3.1.1
                        webhooks: {arrived: {post: {}}}
                        paths: {/a: {get: {operationId: a}}}
                        """, List.of("GET /a a api.yaml:3")),
                Arguments.of("3.2 has more methods", """
                        openapi: 3.2.0
                        paths: {/a: {query: {operationId: q}, additionalOperations: {COPY: {operationId: c}}}}
                        """, List.of("QUERY /a q api.yaml:2", "COPY /a c api.yaml:2")),
                Arguments.of(
                        "Swagger 2.0 has a base path, and no servers",
                        """
                        swagger: "2.0"
                        host: shop.example.com
                        basePath: /api/
                        servers: [{url: /no}]
                        paths: {/a: {get: {}}, /: {get: {}}}
                        """,
                        List.of("GET /api/a  api.yaml:5", "GET /api/  api.yaml:5")),
                Arguments.of(
                        "a number is a version", "swagger: 2.0\npaths: {/a: {get: }}", List.of("GET /a  api.yaml:2")),
                Arguments.of(
                        "JSON",
                        "{\"openapi\":\"3.0.0\",\n\"paths\":{\"/a\":\n{\"get\":{}}}}",
                        List.of("GET /a  api.yaml:3")),
                Arguments.of(
                        "anchors and merge keys",
                        """
                        openapi: 3.0.0
                        x-common: &common
                          options: {operationId: o}
                        paths:
                          /a: &a
                            <<: *common
                            get: {operationId: a}
                          /b: *a
                        """,
                        List.of(
                                "OPTIONS /a o api.yaml:3",
                                "GET /a a api.yaml:7",
                                "OPTIONS /b o api.yaml:3",
                                "GET /b a api.yaml:7")),
                Arguments.of(
                        "servers of a path item and of an operation replace those above",
                        """
                        openapi: 3.0.0
                        servers: [{url: 'https://api.example.com/v1/'}]
                        paths:
                          /a:
                            servers: [{url: /v2}, {url: /}]
                            get: {}
                            post: {servers: [{url: /w}]}
                            put: {servers: []}
                          /b: {get: {}}
                        """,
                        List.of(
                                "GET /v2/a  api.yaml:6",
                                "GET /a  api.yaml:6",
                                "POST /w/a  api.yaml:7",
                                "PUT /v2/a  api.yaml:8",
                                "PUT /a  api.yaml:8",
                                "GET /v1/b  api.yaml:9")),
                Arguments.of("schemas elsewhere concern nobody", """
                        openapi: 3.0.0
                        paths:
                          /a:
                            get:
                              responses: {'200': {content: {j: {schema: {$ref: 'https://example.com/x'}}}}}
                              requestBody: {$ref: /dev/zero}
                        components: {schemas: {A: {$ref: '../../etc/passwd'}, A2: {a: 1, a: 2}}}
                        """, List.of("GET /a  api.yaml:4")),
                problem(
                        "openapi: 4.0.0\npaths: {}",
                        "api.yaml:1:1: version 4.0.0 is not known, so nothing of the document was read"),
                problem(
                        "openapi: {}\npaths: {}",
                        "api.yaml:1:1: version  is not known, so nothing of the document was read"),
                problem(
                        "swagger: '1.2'\npaths: {}",
                        "api.yaml:1:1: version 1.2 is not known, so nothing of the document was read"),
                problem(
                        "openapi: 3.10.0\npaths: {}",
                        "api.yaml:1:1: version 3.10.0 is not known, so nothing of the document was read"),
                problem(
                        "title: x",
                        "api.yaml:1:1: has neither openapi: nor swagger: at the top, so it is no OpenAPI document, and tells no route"),
                problem(
                        "- openapi: 3.0.0",
                        "api.yaml:1:1: has neither openapi: nor swagger: at the top, so it is no OpenAPI document, and tells no route"),
                problem(
                        "openapi: 3.1.0\ncomponents: {}",
                        "api.yaml:1:1: the document has no path with a method, so it does not tell what is served"),
                problem(
                        "openapi: 3.0.0\npaths: {x-a: 1}",
                        "api.yaml:2:1: the document has no path with a method, so it does not tell what is served"),
                problem(
                        "openapi: 3.0.0\npaths: {/a: {parameters: []}}",
                        "api.yaml:2:1: the document has no path with a method, so it does not tell what is served"),
                problem("", "api.yaml: the file is empty, so it tells no route"),
                problem(
                        "openapi: 3.0.0\n---\nopenapi: 3.0.0",
                        "api.yaml: the file holds 2 documents, and OpenAPI knows only files of one"),
                problem(
                        "openapi: 3.0.0\npaths:\n  /a: {get: {}}\n  /b: [get]\n  /c: {get: yes}\n  /d: {get: {}}",
                        "api.yaml:4:3: a path needs a mapping of methods, not a list; so its routes are not known",
                        "api.yaml:5:8: an operation is a mapping, not a boolean; so it is not known whether there is one"),
                problem(
                        "openapi: 3.0.0\npaths:\n  /a: {get: {}}\n  /a: {put: {}}",
                        "api.yaml:4:3: the key /a stands twice in one mapping, so that one of the two would be lost"));
    }

    private static Arguments problem(String document, String... expected) {
        return Arguments.of(expected[0], document, List.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void reads(String description, String document, List<String> expected) {
        assertThat(new OpenApiFolder(base).with("api.yaml", document).told("api.yaml"))
                .isEqualTo(expected);
    }

    static Stream<Arguments> oddPaths() {
        return Stream.of(
                Arguments.of("{'/a?b=c': " + OPS + "}", "/a", "/a?b=c: a path ends where a query or fragment begins"),
                Arguments.of("{'/a#b': " + OPS + "}", "/a", "/a#b: a path ends"),
                Arguments.of("{'/a{?page,size}': " + OPS + "}", "/a", "/a{?page,size}: a path ends"),
                Arguments.of("{'/{a?b}/c': " + OPS + "}", "/{a?b}/c", ""),
                Arguments.of("{a/b: " + OPS + "}", "/a/b", "a/b: a path begins with a slash; taken to be /a/b"),
                Arguments.of("{'/%2e%2e/a': " + OPS + "}", "/%2e%2e/a", ""),
                Arguments.of("{'/{a}/{a}': " + OPS + "}", "/{a}/{a}", ""),
                Arguments.of(
                        "{'/{a}': " + OPS + ", '/{b}': " + OPS + "}",
                        "/{a}",
                        "GET /{b} is to every router the same as what stands at api.yaml:2; both are taken for one route"),
                Arguments.of("{'/{a}': " + OPS + ", '/{b/c}': " + OPS + "}", "/{a} /{b/c}", ""),
                Arguments.of("{'/{a}.json': " + OPS + ", '/{a}': " + OPS + "}", "/{a}.json /{a}", ""),
                Arguments.of("{/a: {parameters: []}, /b: " + OPS + "}", "/b", "the path has no method"),
                Arguments.of("{/b: {get: {}, GET: {}}}", "/b", "GET is no field of a path item"),
                Arguments.of("{/b: {get: {}, query: {}}}", "/b", "query is no field of a path item"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddPaths")
    void handlesOrNames(String paths, String expected, String remark) {
        DocumentedRoutes read = new OpenApiFolder(base)
                .with("api.yaml", "openapi: 3.0.0\npaths: " + paths)
                .read("api.yaml");
        assertThat(read.problems()).isEmpty();
        assertThat(read.routes().orElseThrow().routes())
                .map(route -> route.path().text())
                .containsExactly(expected.split(" "));
        if (remark.isEmpty()) {
            assertThat(read.remarks()).isEmpty();
        } else {
            assertThat(OpenApiFolder.lines(read.remarks()))
                    .singleElement()
                    .asString()
                    .contains(remark);
        }
    }

    @Test
    void joinsDocumentsThatSomebodyNamed() {
        OpenApiFolder folder = new OpenApiFolder(base)
                .with("a.yaml", "openapi: 3.0.0\npaths: {/a: {get: {}}}")
                .with("b.json", "{\"swagger\": \"2.0\", \"paths\": {\"/b\": {\"get\": {}}}}");
        assertThat(folder.told("a.yaml", "b.json")).containsExactly("GET /a  a.yaml:2", "GET /b  b.json:1");
        assertThat(folder.read("a.yaml").routes().orElseThrow().source()).isEqualTo("OpenAPI document a.yaml");
        assertThat(folder.read("a.yaml", "b.json").routes().orElseThrow().source())
                .isEqualTo("OpenAPI documents a.yaml, b.json");
        assertThat(folder.told("a.yaml", "none.yaml"))
                .containsExactly("none.yaml: there is no file none.yaml, so not all routes are known");
        assertThat(folder.read().routes()).isEmpty();
    }
}
