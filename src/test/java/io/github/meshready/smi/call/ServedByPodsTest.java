package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.call.RouteShop.controller;
import static io.github.meshready.smi.call.RouteShop.declared;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.call.RouteShop.Found;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose routes the pods of a workload serve: with those of another program its callers would be shut out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedByPodsTest {

    private static final String WEB = deployment("a", "web", env("X", "http://api"));
    private static final String SERVICE = service("a", "api", "{port: 80, targetPort: 8080}");

    private RouteShop shop;

    @BeforeAll
    void compile(@TempDir Path folder) {
        shop = new RouteShop(folder)
                .module("api", controller("Api", "GET /api"))
                .module("rest", controller("Rest", "GET /rest"))
                .module("empty", "")
                .file("named", "target/classes/application.properties", "spring.application.name=api")
                .module("named", controller("Named", "GET /named"));
    }

    private Found find(String modules, String... manifests) {
        return shop.find(modules, List.of(), List.of(), manifests);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # modules        | image       | served
            api              | example/api | GET /api
            rest api         | example/api | GET /api
            api rest         | example/x   | GET /api
            api rest         | rest:1      | GET /rest
            rest             | example/x   | ?
            named rest       | example/x   | GET /named
            api<rest rest    | example/api | GET /api, GET /rest
            api rest         | example/api | GET /api
            empty<rest rest  | empty:1     | GET /rest
            """)
    void areThoseOfTheModuleThatIsCalledLikeThem(String modules, String image, String served) {
        String api = deployment("a", "api").replace("example/api", image);
        assertThat(find(modules, WEB, api, SERVICE).served("api")).isEqualTo(served);
    }

    @Test
    void areNotKnownWhereTwoModulesAreCalledLikeThem() {
        Found found = find("named api", WEB, deployment("a", "api"), SERVICE);
        assertThat(found.served("api")).isEqualTo("?");
        assertThat(found.graph().routes().notes())
                .containsExactly("The routes of Deployment/a/api are not known, because container c may run any of the"
                        + " modules api, named; every path is allowed until <routes> tells all of them");
    }

    /** What the two containers of a pod are and which port they declare, and which ports of the pod are called. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # first image | port | second image | port | called ports | served
            api           | 8080 | nginx        | 80   | 8080         | GET /api
            api           | 8080 | nginx        | 80   | 80           | ?
            api           | 8080 | nginx        | 80   | 80 8080      | ?
            api           | 8080 | rest         | 8081 | 8080 8081    | GET /api, GET /rest
            api           | 8080 | rest         | 8081 | 8081         | GET /rest
            api           |      | fluentd      |      | 8080         | ?
            api           |      | exporter     | 9100 | 8080         | GET /api
            api           | 8080 | fluentd      |      | 8080         | GET /api
            x             | 8080 | nginx        | 80   | 8080         | ?
            """)
    void areThoseOfTheContainersThatGetTheRequests(
            String first, String port, String second, String otherPort, String called, String served) {
        List<String> targets = List.of(called.split(" "));
        String urls = targets.stream().map(each -> "http://api:" + each).collect(Collectors.joining(" "));
        String ports = targets.stream()
                .map(each -> "{name: http-%1$s, port: %1$s}".formatted(each))
                .collect(Collectors.joining(", "));
        String pod = deployment("a", "api", ports(port)).replace("example/api", first)
                + "      - name: d\n        image: %s\n        %s\n".formatted(second, ports(otherPort));
        Found found = find("api rest", deployment("a", "web", env("X", urls)), pod, service("a", "api", ports));
        assertThat(found.graph().calls()).hasSize(targets.size());
        assertThat(found.served("api")).isEqualTo(served);
        boolean some = found.graph().routes().notes().toString().contains("nothing tells the routes of container");
        assertThat(some).isEqualTo(served.equals("?") && first.equals("api") && !called.equals("80"));
    }

    private static String ports(String port) {
        return port == null ? "ports: []" : "ports: [{containerPort: %s}]".formatted(port);
    }

    /** What nobody is called like may be a library, unless the build says who takes it along. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api rest       | 1
            api rest<empty | 0
            api<rest rest<empty | 0
            """)
    void mayLackThoseOfALibrary(String modules, int notes) {
        assertThat(find(modules, WEB, deployment("a", "api"), SERVICE)
                        .graph()
                        .routes()
                        .notes())
                .hasSize(notes)
                .allMatch(note -> note.startsWith(
                        "Module rest tells routes, such as GET /rest, and no workload is called like it"));
    }

    @Test
    void areThoseOfThePomAlone() {
        Found found = shop.find(
                "api", List.of(), List.of(declared("api", "GET /other")), WEB, deployment("a", "api"), SERVICE);
        assertThat(found.served("api")).isEqualTo("GET /other");
    }

    /** One Service's routes in the pom close another one over the same pods. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # called          | declared   | notes
            http://api        | api        | 0
            http://more       | api        | 1
            http://more       | api more   | 0
            tcp://more:80     | api        | 0
            """)
    void closeOtherServices(String called, String services, int notes) {
        String more = service("a", "api", "{port: 80, targetPort: 8080}").replace("name: api,", "name: more,");
        Found found = shop.find(
                "api",
                List.of(),
                List.of(services.split(" ")).stream()
                        .map(each -> declared(each, "GET /other"))
                        .toList(),
                deployment("a", "web", env("X", called)),
                deployment("a", "api"),
                SERVICE,
                called.startsWith("tcp") ? more.replace("{port: 80,", "{port: 80, appProtocol: tcp,") : more);
        assertThat(found.graph().calls()).hasSize(1);
        assertThat(found.graph().routes().notes())
                .hasSize(notes)
                .allMatch(note -> note.startsWith("<routes> of a/api count for calls to Service a/more as well"));
    }

    @Test
    void areNobodysWhereTheServiceSelectsNobody() {
        Found found = shop.find("api", List.of(), List.of(declared("api", "GET /other")), WEB, SERVICE);
        assertThat(found.graph().routes().notes())
                .contains("<routes> of api count for nobody: the Service selects no workload");
    }
}
