package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import io.github.meshready.smi.module.CompiledClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the classes of a module tell about its calls. */
class ClassEvidenceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a URL                        | api:80  | String x = "http://api/items";
            host and port                | db:5432 | String x = "db:5432";
            a URL put together           | api:80  | String x(int i) { return "http://api/items/" + i; }
            the host put together        | ``      | String x(int i) { return "http://api" + i + "/items"; }
            the port put together        | api:80  | String x(int i) { return "http://api:" + i + "/items"; }
            a host that goes on          | ``      | String x(int i) { return "http://" + i + ".api/items"; }
            a namespace of XML           | ``      | String x = "http://www.w3.org/2001/XMLSchema";
            a word                       | ``      | String x = "api";
            a sentence                   | ``      | String x = "see http://api/items";
            a time                       | ``      | String x = "12:30";
            a Feign client               | api:80  | @FeignClient("api") interface Y {}
            by its name                  | api:80  | @FeignClient(name = "api") interface Y {}
            with a URL                   | db:5432 | @FeignClient(name = "api", url = "http://db:5432") interface Y {}
            with a URL for elsewhere     | api:80  | @FeignClient(name = "api", url = "${y.url:}") interface Y {}
            by what the module is called | cache:6379 | @FeignClient("Caching-Service") interface Y {}
            by a placeholder             | api:80  | @FeignClient("${y.name:api}") interface Y {}
            a MicroProfile client        | api:80  | @RegisterRestClient(baseUri = "http://api") interface Y {}
            known by its key             | ``      | @RegisterRestClient(configKey = "api") interface Y {}
            an HTTP interface            | api:80  | @HttpExchange(url = "http://api/items") interface Y {}
            a path alone                 | ``      | @HttpExchange("/api") interface Y {}
            a Micronaut client           | api:80  | @Client("api") interface Y {}
            with a path                  | ``      | @Client("/api") interface Y {}
            with a URL                   | api:80  | @Client("http://api") interface Y {}
            a client behind a balancer   | api:80  | @LoadBalancerClients({@LoadBalancerClient("api")}) interface Y {}
            a default                    | api:80  | @Value("${items.host:api}") String x;
            a default that is no host    | ``      | @Value("${items.name:api}") String x;
            a default in a URL           | api:80  | @Value("http://${items.host:api}/") String x;
            a MicroProfile default       | api:80  | @ConfigProperty(name = "items.url", defaultValue = "http://api") String x;
            what the file sets           | ``      | @Value("${from.file:api}") String x;
            what the file sets in a URL  | cache:6379 | @Value("http://${from.file:api}:6379") String x;
            want of a variable           | api:80  | String x = or("API_HOST", "api"); static String or(String a, String b) { return a; }
            no want of it                | ``      | String x = or("SET_API_HOST", "api"); static String or(String a, String b) { return a; }
            no want of it for a URL      | ``      | String x = or("SET_API_URL", "http://api:80"); static String or(String a, String b) { return a; }
            """)
    void findsWhatItCalls(String what, String expected, String members) {
        String container = "env: [{name: SET_API_HOST, value: ''}, {name: SET_API_URL, value: ''}]";
        assertThat(String.join(" ", called(find(container, members)))).isEqualTo(expected);
    }

    @Test
    void letsVariablesWin() {
        String members = "@Value(\"${store.host:api}\") String x; @Value(\"http://${store-host:api}:6379/\") String y;";
        assertThat(called(find(env("X", "y"), members))).containsExactly("api:80");
        assertThat(called(find(env("STORE_HOST", "db"), members))).containsExactly("db:5432");
        assertThat(called(find(env("STORE_HOST", "cache"), members))).containsExactly("cache:6379");
    }

    private static List<String> called(CallGraph graph) {
        return graph.calls().stream()
                .map(call -> call.service().name().name() + ":" + call.port().number())
                .toList();
    }

    @Test
    void saysWhichClass() {
        assertThat(find(env("X", "y"), "@FeignClient(\"api\") interface Y {}").calls())
                .map(Call::described)
                .containsExactly("web -> api:80 http (code @FeignClient service of X.class)");
    }

    /** Code is full of names that mean nothing here. */
    @Test
    void reportsNothingThatLeadsNowhere() {
        assertThat(find(env("X", "y"), "String x = \"http://apu/\", y = \"https://example.com\", z = \"api:99\";")
                        .unresolved())
                .map(Unresolved::explanation)
                .containsExactly("Service shop/api has no TCP port 99");
    }

    private static CallGraph find(String container, String members) {
        ConfigFile config = new ConfigFile("application.properties", "web/application.properties", "from.file=cache");
        BuildModule web = new BuildModule(
                "web", Set.of("web"), List.of(config), CompiledClass.texts("public class X { " + members + " }"));
        BuildModule cache = new BuildModule(
                "cache",
                Set.of("cache"),
                List.of(new ConfigFile(
                        "application.yml", "cache/application.yml", "spring: {application: {name: caching-service}}")));
        return new CallFinder(
                        app(
                                deployment("shop", "web", container),
                                deployment("shop", "api"),
                                service("shop", "api", "{port: 80}"),
                                deployment("shop", "db"),
                                service("shop", "db", "{port: 5432}"),
                                deployment("shop", "cache"),
                                service("shop", "cache", "{port: 6379}")),
                        new Declarations(List.of(), List.of(), List.of(web, cache)))
                .find();
    }
}
