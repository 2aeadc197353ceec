package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.ClientRoutes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which routes declared clients use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsTest {

    private static final String SHOP = """
            package shop;
            import feign.RequestLine;
            import jakarta.ws.rs.*;
            import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
            import org.springframework.cloud.openfeign.FeignClient;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.service.annotation.*;
            import retrofit2.http.HTTP;
            import retrofit2.http.Url;

            public interface Shared { @GetMapping("/shared/{id}") String shared(String id); }
            @FeignClient("books") public interface Books extends Shared {
                @GetMapping("/books/{id}") String one(String id);
                @RequestMapping("/any") String any();
                @PostMapping({"/first", "/second"}) void first();
            }
            @FeignClient(name = "stock", url = "http://stock:8080/api/", path = "v1", contextId = "stockOne") public interface Stock { @GetMapping("items") String items(); }
            @FeignClient(name = "pay", url = "${pay.url}") public interface Pay { @PostMapping("/pay") void pay(); @GetMapping("${pay.path}") void open(); }
            @FeignClient(name = "lines") public interface Lines { @RequestLine("GET /lines/{id}?sort={sort}") String get(); }
            public interface Bare { @RequestLine("PUT /bare") void put(); }

            @RegisterRestClient(configKey = "prices", baseUri = "http://prices/p") @jakarta.ws.rs.Path("/api") public interface Prices {
                @GET @jakarta.ws.rs.Path("{id}") String get();
                @jakarta.ws.rs.Path("parts") Parts parts();
            }
            public interface Parts { @DELETE void clear(); }
            @RegisterRestClient public interface NoKey { @GET @jakarta.ws.rs.Path("x") String get(); }

            @HttpExchange("/exchange") public interface Exchange { @GetExchange("/{id}") String get(); @HttpExchange(method = "PATCH", url = "/p") void patch(); }
            @HttpExchange(url = "http://rates:80/v3") public interface Rates { @PostExchange("/rates") void post(); }

            public interface Fit {
                @retrofit2.http.GET("books/{id}?full=true") String one();
                @retrofit2.http.POST("/absolute") void absolute();
                @HTTP(method = "DELETE", path = "b") void delete();
                @retrofit2.http.GET String given(@Url String url);
            }
            """;

    private BuildModule module;

    @BeforeAll
    void compile(@TempDir Path folder) {
        module = new TestModule(folder).compiled(SHOP).read();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            Books    ; -                                      ; books                    ; spring.cloud.openfeign.client.config.books    ; GET /books/{id} | GET /shared/{id} | GET /any | POST /first
            Stock    ; -                                      ; http://stock:8080/api/   ; spring.cloud.openfeign.client.config.stockOne ; GET /api/v1/items
            Stock    ; spring.cloud.openfeign.client.config.stockOne.url=http://s ; http://stock:8080/api/ ; spring.cloud.openfeign.client.config.stockOne ; GET /v1/items
            Pay      ; pay.url=http://p/base,pay.path=o       ; ${pay.url}               ; spring.cloud.openfeign.client.config.pay      ; POST /base/pay | GET /base/o
            Lines    ; -                                      ; lines                    ; spring.cloud.openfeign.client.config.lines    ; GET /lines/{id}
            Prices   ; -                                      ; http://prices/p          ; prices          ; GET /p/api/{id} | DELETE /p/api/parts
            Prices   ; quarkus.rest-client.prices.url=http://x/y/ ; http://prices/p      ; prices          ; GET /y/api/{id} | DELETE /y/api/parts
            NoKey    ; shop.NoKey/mp-rest/url=http://x/y      ; ''                       ; shop.NoKey      ; GET /y/x
            Rates    ; -                                      ; http://rates:80/v3       ; ''              ; POST /v3/rates
            """)
    void usesWhatItDeclares(String type, String settings, String target, String key, String expected) {
        ClientRoutes client = client(type, settings);

        assertThat(Lines.of(client.routes())).isEqualTo(Lines.cell(expected));
        assertThat(client.target()).isEqualTo(target);
        assertThat(client.configKey()).isEqualTo(key);
        assertThat(client.unclear()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Pay      ; POST /pay                                  ; the path ${pay.path} of shop.Pay.open, which the module's configuration does not tell | the path of ${pay.url}, if it has one: the module's configuration does not tell
            Bare     ; PUT /bare                                  ; the path of the URL that code gives to shop.Bare, if it has one
            Exchange ; GET /exchange/{id} | PATCH /exchange/p     ; the path of the base URL that code gives to shop.Exchange, if it has one
            Fit      ; GET /books/{id} | POST /absolute | DELETE /b ; the path of shop.Fit.given, which is given when it is called | the path of the base URL that code gives to shop.Fit, if it has one
            """)
    void saysWhatIsNotDeclared(String type, String expected, String unclear) {
        ClientRoutes client = client(type, null);

        assertThat(Lines.of(client.routes())).isEqualTo(Lines.cell(expected));
        assertThat(client.unclear()).isEqualTo(Lines.cell(unclear));
    }

    private ClientRoutes client(String type, String settings) {
        return TestModule.scan(module).of(module, Settings.of(settings)).clients().stream()
                .filter(each -> each.client().equals("shop." + type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void declaresNothingElse() {
        assertThat(TestModule.scan(module).of(module, Map.of()).clients())
                .extracting(ClientRoutes::client)
                .containsExactly(
                        "shop.Bare",
                        "shop.Books",
                        "shop.Exchange",
                        "shop.Fit",
                        "shop.Lines",
                        "shop.NoKey",
                        "shop.Pay",
                        "shop.Prices",
                        "shop.Rates",
                        "shop.Stock");
    }

    @Test
    void aClientServesNothing() {
        assertThat(TestModule.scan(module).of(module, Map.of()).served().routes())
                .isEmpty();
    }
}
