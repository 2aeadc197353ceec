package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.call.RouteShop.declared;
import static io.github.meshready.smi.call.RouteShop.feign;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.call.RouteShop.Found;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which routes a caller uses: those of its declared clients, as long as nothing else in it calls the same Service. */
class ClientUsesTest {

    private static final String CLIENT = feign("Client", "name = \"api\", url = \"${api.url}\"", "GET /a");
    private static final String API = deployment("a", "api") + "---\n" + service("a", "api", "{name: http, port: 80}");
    private static final String SETTING = "api.url=http://api\n";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing else                     | class X {}                                                                                                                        | GET /a
            another client of it             | @FeignClient(name = "b", url = "${api.url}") interface X { @PostMapping("/b") String b(); }                                       | GET /a, POST /b
            a URL in code                    | class X { String x = "http://api/b"; }                                                                                            | ?
            a URL of another Service         | class X { String x = "http://other/b"; }                                                                                          | GET /a
            the key, injected                | class X { @org.springframework.beans.factory.annotation.Value("${api.url}") String x; }                                           | ?
            the key, in a longer text        | class X { @org.springframework.beans.factory.annotation.Value("${api.url}/b") String x; }                                         | ?
            the key, by its name             | class X { String x = System.getProperty("api.url"); }                                                                             | ?
            the variable                     | class X { String x = System.getenv("API_URL"); }                                                                                  | ?
            the key, put together            | class X { String x(String y) { return System.getProperty("api." + y); } }                                                         | ?
            all values below                 | @org.springframework.boot.context.properties.ConfigurationProperties("api") class X {}                                            | ?
            all values below, by prefix      | @org.springframework.boot.context.properties.ConfigurationProperties(prefix = "api") class X {}                                   | ?
            other values                     | @org.springframework.boot.context.properties.ConfigurationProperties("other") class X {}                                          | GET /a
            """)
    void areAllWhereNothingElseReadsTheAddress(String what, String type, String used) {
        RouteShop shop = new RouteShop(folder)
                .file("web", "target/classes/application.properties", SETTING + "other.url=http://other\n")
                .module("web", CLIENT + type);
        String other = deployment("a", "other") + "---\n" + service("a", "other", "{name: http, port: 80}");
        assertThat(find(shop, "web", List.of(), deployment("a", "web"), other).used("web", "api"))
                .isEqualTo(used);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing else                     | class X {}                                              | GET /a
            its name in code                 | class X { String x = "api"; }                           | ?
            its name within a text           | class X { String x = "the api"; }                       | GET /a
            """)
    void areAllWhereNothingElseHasTheNameOfTheService(String what, String type, String used) {
        RouteShop shop = new RouteShop(folder).module("web", feign("Client", "\"api\"", "GET /a") + type);
        assertThat(find(shop, "web", List.of(), deployment("a", "web")).used("web", "api"))
                .isEqualTo(used);
    }

    /** What another module has is part of the program where it is a library, and may be where nobody is called like it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # modules    | another workload | used
            web          | job              | GET /a
            web<lib lib  | job              | ?
            web lib      | job              | ?
            web lib      | lib              | GET /a
            web lib<no   | job              | GET /a
            web<lib lib  | lib              | ?
            """)
    void areNotAllWhereALibraryReadsTheAddress(String modules, String other, String used) {
        RouteShop shop = new RouteShop(folder)
                .file("web", "target/classes/application.properties", SETTING)
                .module("web", CLIENT)
                .module("lib", "class Y { String y = System.getProperty(\"api.url\"); }");
        assertThat(find(shop, modules, List.of(), deployment("a", "web"), deployment("a", other))
                        .used("web", "api"))
                .isEqualTo(used);
    }

    @Test
    void areNotAllWhereAnotherContainerIsGivenTheAddress() {
        RouteShop shop = new RouteShop(folder).module("web", CLIENT);
        String web = deployment("a", "web", env("API_URL", "http://api"));
        String second = "      - name: d\n        image: example/other\n        " + env("API_URL", "http://api") + "\n";
        assertThat(find(shop, "web", List.of(), web).used("web", "api")).isEqualTo("GET /a");
        assertThat(find(shop, "web", List.of(), web + second).used("web", "api"))
                .isEqualTo("?");
    }

    /** What somebody declares is not all where code shows that there is more. */
    @Test
    void areAddedToWhatIsDeclared() {
        RouteShop shop = new RouteShop(folder)
                .file("web", "target/classes/application.properties", SETTING)
                .module("web", CLIENT);
        DeclaredCall call = new DeclaredCall("web", "api", "", Optional.empty(), "", List.of("POST /b"));
        Found found = find(shop, "web", List.of(call), deployment("a", "web"));
        assertThat(found.used("web", "api")).isEqualTo("GET /a, POST /b");
        assertThat(found.graph().routes().used(found.graph().calls().get(0)))
                .map(RouteBook.UsedRoutes::source)
                .contains("declared, client shop.Client");
    }

    @Test
    void areUnclearWhereAKeyHasSeveralPaths() {
        RouteShop shop = new RouteShop(folder)
                .file("web", "target/classes/application.properties", "api.url=http://api/x,http://api/y\n")
                .module("web", CLIENT);
        assertThat(find(shop, "web", List.of(), deployment("a", "web")).used("web", "api"))
                .isEqualTo("?");
    }

    private static Found find(RouteShop shop, String modules, List<DeclaredCall> calls, String... manifests) {
        String[] all = Arrays.copyOf(manifests, manifests.length + 1);
        all[manifests.length] = API;
        return shop.find(modules, calls, List.of(declared("api", "GET /a", "POST /b", "DELETE /c")), all);
    }
}
