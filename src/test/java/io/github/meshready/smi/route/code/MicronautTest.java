package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.PathSyntax;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Controllers and clients of Micronaut, and Quarkus' routes for Vert.x. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MicronautTest {

    private static final String SHOP = """
            package shop;
            import io.micronaut.http.annotation.*;
            import io.micronaut.http.client.annotation.Client;
            import io.quarkus.vertx.web.*;

            @Controller("/books")
            public class Books {
                @Get public String all() { return ""; }
                @Get("/{id}") public String one() { return ""; }
                @Get("{/first,second}{?page}") public String parts() { return ""; }
                @Post(uris = {"/a", "b"}) public void two() { }
                @CustomHttpMethod(method = "PURGE", value = "/cache") public void purge() { }
            }
            public interface Api { @Delete("/{id}") void delete(String id); }
            @Controller("${shop.at:/api}") public class ByInterface implements Api { public void delete(String id) { } }
            @Controller public class Root { @Get(uri = "hello") public String hello() { return ""; } }

            @Client("stock") public interface Stock extends Api { @Get("/stock/{sku}") String get(); }
            @Client(id = "stock", path = "/v2") public interface Versioned { @Get("{sku}") String get(); }
            @Client("http://stock:8080/base/") public interface ByUrl { @Get("/x") String get(); }
            @Client("${stock.url}") public interface ByKey { @Get("/x") String get(); }

            @RouteBase(path = "vertx")
            public class Routes {
                @Route(path = "/:id/x", methods = Route.HttpMethod.GET) void simple() { }
                @Route(regex = ".*") void regex() { }
                @Route(path = "/*", type = Route.HandlerType.FAILURE) void failure() { }
                @Route.Routes({@Route(path = "a"), @Route(path = "b", methods = {Route.HttpMethod.GET, Route.HttpMethod.POST})}) void several() { }
            }
            """;

    private BuildModule module;

    @BeforeAll
    void compile(@TempDir Path folder) {
        module = new TestModule(folder).compiled(SHOP).read();
    }

    private CodeRoutes routes(String settings) {
        return TestModule.scan(module).of(module, Settings.of(settings));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Books       ; MICRONAUT ; GET /books | GET /books/{id} | GET /books{/first,second}{?page} | POST /books/a | POST /books/b | PURGE /books/cache
            ByInterface ; MICRONAUT ; DELETE /api/{id}
            Root        ; MICRONAUT ; GET /hello
            Routes      ; OPENAPI   ; GET /vertx/{id}/x | * /vertx/a | GET,POST /vertx/b
            """)
    void serves(String type, PathSyntax syntax, String expected) {
        CodeRoutes routes = routes(null);

        assertThat(Lines.of(routes.served().routes(), "shop." + type)).isEqualTo(Lines.cell(expected));
        assertThat(routes.served().routes())
                .filteredOn(route -> route.place().text().startsWith("shop." + type + "."))
                .allMatch(route -> route.path().syntax() == syntax);
        assertThat(routes.served().uncovered()).containsExactly("Vert.x route shop.Routes.regex");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            Stock                     ; -                               ; micronaut.http.services.stock ; GET /stock/{sku} | DELETE /{id}
            Stock                     ; micronaut.http.services.stock.path=/p ; micronaut.http.services.stock ; GET /p/stock/{sku} | DELETE /p/{id}
            Versioned                 ; -                               ; micronaut.http.services.stock ; GET /v2/{sku}
            ByUrl                     ; -                               ; ''                            ; GET /base/x
            ByKey                     ; stock.url=http://s/k            ; ''                            ; GET /k/x
            """)
    void uses(String type, String settings, String key, String expected) {
        ClientRoutes client = routes(settings).clients().stream()
                .filter(each -> each.client().equals("shop." + type))
                .findFirst()
                .orElseThrow();

        assertThat(Lines.of(client.routes())).isEqualTo(Lines.cell(expected));
        assertThat(client.configKey()).isEqualTo(key);
        assertThat(client.unclear()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            micronaut.server.context-path=/ctx ; GET /ctx/hello
            micronaut.server.context-path=ctx/ ; GET /ctx/hello
            """)
    void putsTheContextBefore(String settings, String expected) {
        assertThat(Lines.of(routes(settings).served().routes(), "shop.Root")).containsExactly(expected);
    }
}
