package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.ServedRoutes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which routes Spring makes of annotations (Spring Framework 6.2, RequestMappingHandlerMapping). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringControllersTest {

    private static final String SHOP = """
            package shop;
            import java.lang.annotation.*;
            import java.util.*;
            import org.springframework.core.annotation.AliasFor;
            import org.springframework.stereotype.*;
            import org.springframework.context.annotation.*;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.service.annotation.*;
            import org.springframework.cloud.openfeign.FeignClient;
            import jakarta.validation.Valid;

            @RestController @RequestMapping("/books")
            public class Plain {
                @GetMapping List<String> all() { return null; }
                @GetMapping("/{id}") String one(@PathVariable("id") @Valid String id) { return id; }
                @PostMapping(path = "new") void add() { }
                @RequestMapping(value = "/any") void any() { }
                @RequestMapping(value = "/two", method = {RequestMethod.PUT, RequestMethod.PATCH}) void two() { }
                void none() { }
            }
            @Controller
            public class Root { @GetMapping String home() { return ""; } @GetMapping("/about") String about() { return ""; } }
            @RestController @RequestMapping({"/a", "b/"})
            public class Several { @GetMapping({"x", "/y"}) void each() { } @DeleteMapping("/") void root() { } }
            @RestController @RequestMapping(path = "/m", method = RequestMethod.GET)
            public class ByType { @PostMapping("/p") void both() { } @RequestMapping("/g") void get() { } }
            @RestController @RequestMapping("/files/*")
            public class Star { @GetMapping("/names") void names() { } @GetMapping("{*path}") void rest() { } }

            public interface Catalogue { @GetMapping("/catalogue/{id}") String find(String id); @GetMapping("/catalogue") default String all() { return ""; } }
            @RestController
            public class ByInterface implements Catalogue { public String find(String id) { return id; } }

            @RequestMapping("/base")
            public abstract class Base<T> {
                @GetMapping("/{id}") public T get(String id) { return null; }
                @PostMapping public void save(T what) { }
                @PutMapping("/kept") public void kept() { }
            }
            @RestController
            public class ByClass extends Base<String> {
                @Override public void save(String what) { }
                @Override @PutMapping("/own") public void kept() { }
            }
            @RestController @RequestMapping("/t")
            public class Typed extends Base<Long> { @Override @PutMapping("/typed") public void save(Long what) { } }
            @RestController @RequestMapping("/over") public class OwnPath extends Base<Integer> { }
            @RestController public abstract class Abstract { @GetMapping("/never") void never() { } }

            public interface Crud<T, K extends Number> { @PutMapping("/crud/{id}") void put(K id, T[] what); @GetMapping("/crud/{id}") T get(K id); }
            @RestController
            public class Generic implements Crud<String, Long> {
                public void put(Long id, String[] what) { }
                public String get(Long id) { return ""; }
                @GetMapping("/crud/other") public String get(String id) { return ""; }
            }

            @Target(ElementType.TYPE) @Retention(RetentionPolicy.RUNTIME) @RestController @RequestMapping
            public @interface Api { @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] at() default "/api"; }
            @Retention(RetentionPolicy.RUNTIME) @RequestMapping(method = RequestMethod.GET, produces = "text/plain")
            public @interface Text { @AliasFor(annotation = RequestMapping.class) String[] value() default {}; }
            @Retention(RetentionPolicy.RUNTIME) @Text("/twice/removed") public @interface Fixed { }
            @Retention(RetentionPolicy.RUNTIME) @GetMapping public @interface Twins {
                @AliasFor("path") String[] value() default {};
                @AliasFor(annotation = GetMapping.class, attribute = "value") String[] path() default {};
            }
            @Retention(RetentionPolicy.RUNTIME) @GetMapping("/named") public @interface Named { String value(); String path() default ""; }
            @Retention(RetentionPolicy.RUNTIME) @Text("x") public @interface Inner { @AliasFor(annotation = Text.class, attribute = "value") String deep(); }
            @Api public class Composed { @Text("/t") void text() { } @Fixed void fixed() { } @Twins("/twin") void twin() { } @Inner(deep = "/deep") void deep() { } }
            @RestController public class ByName { @Named("not a path") void named() { } @Named(value = "x", path = "/by/name") void path() { } }
            @Api(at = "/v2") public class ComposedAt { @Text("/t") void text() { } }

            @HttpExchange("/exchange") public interface Exchange { @GetExchange("/{id}") String get(String id); @HttpExchange(url = "/x", method = "PURGE") void purge(); }
            @RestController public class ExchangeServer implements Exchange { public String get(String id) { return id; } public void purge() { } }

            @FeignClient(name = "other", path = "/client") public interface Remote { @GetMapping("/remote") String get(); }
            @Component public class Fallback implements Remote { public String get() { return ""; } }
            @Service public class NoController { @GetMapping("/service") void get() { } }
            public class NoBean { @GetMapping("/bean") void get() { } }
            @Configuration public class Beans { @Bean Made made() { return new Made(); } }
            public class Made extends ByMade { }
            @Controller public class ByMade { @GetMapping("/made") void get() { } }

            @RestController public class Placeholders {
                @GetMapping("${shop.path}/{id}") void known() { }
                @GetMapping("${shop.absent:/default}") void byDefault() { }
                @GetMapping("/x/${shop.absent}") void unknown() { }
                @GetMapping("#{@paths.get()}") void spel() { }
            }
            @RestController public class Inherits extends ArrayList<String> implements shop.api.Gone { @GetMapping("/inherits") void get() { } }
            """;

    private BuildModule module;

    @BeforeAll
    void compile(@TempDir Path folder) {
        TestModule compiled = new TestModule(folder).compiled(SHOP, "package shop.api; public interface Gone { }");
        assertThat(compiled.output().resolve("shop/api/Gone.class").toFile().delete())
                .isTrue();
        module = compiled.read();
    }

    private ServedRoutes served(Map<String, String> configuration) {
        return TestModule.scan(module).of(module, configuration).served();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Plain          ; GET /books | GET /books/{id} | POST /books/new | * /books/any | PATCH,PUT /books/two
            Root           ; GET / | GET /about
            Several        ; GET /a/x | GET /a/y | GET /b/x | GET /b/y | DELETE /a/ | DELETE /b/
            ByType         ; GET,POST /m/p | GET /m/g
            Star           ; GET /files/names | GET /files/{*path}
            ByInterface    ; GET /catalogue/{id} | GET /catalogue
            ByClass        ; GET /base/{id} | POST /base | PUT /base/own
            Typed          ; GET /t/{id} | PUT /t/typed | PUT /t/kept
            ByName         ; GET /named | GET /by/name
            OwnPath        ; GET /over/{id} | POST /over | PUT /over/kept
            Abstract       ;
            Generic        ; PUT /crud/{id} | GET /crud/{id} | GET /crud/other
            Composed       ; GET /api/t | GET /api/twice/removed | GET /api/twin | GET /api/deep
            ComposedAt     ; GET /v2/t
            ExchangeServer ; GET /exchange/{id} | PURGE /exchange/x
            Remote         ;
            Fallback       ;
            NoController   ;
            NoBean         ;
            Made           ; GET /made
            Placeholders   ; GET /shelf/{id} | GET /default
            Inherits       ; GET /inherits
            """)
    void servesWhatSpringMaps(String type, String expected) {
        ServedRoutes served = served(Map.of("shop.path", "${shop.room}", "SHOP_ROOM", "/shelf"));

        // ByMade and Made serve the same; what is served twice is listed once, for the first.
        String place = type.equals("Made") ? "shop.ByMade" : "shop." + type;
        assertThat(Lines.of(served.routes(), place)).isEqualTo(Lines.cell(expected));
        assertThat(served.routes()).allMatch(route -> route.path().syntax() == PathSyntax.SPRING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            server.servlet.context-path=/shop                                     ; GET /shop | GET /shop/ | GET /shop/about
            server.servlet.contextPath=/shop ; GET /shop | GET /shop/ | GET /shop/about
            SERVER_SERVLET_CONTEXT_PATH=/shop/                                    ; GET /shop | GET /shop/ | GET /shop/about
            server.servlet.context-path=/,spring.mvc.servlet.path=/mvc            ; GET /mvc | GET /mvc/ | GET /mvc/about
            server.servlet.context-path=/c,spring.mvc.servlet.path=/m             ; GET /c/m | GET /c/m/ | GET /c/m/about
            spring.webflux.base-path=/flux,server.servlet.context-path=/c         ; GET /c | GET /c/ | GET /c/about
            spring.webflux.base-path=/f,spring.main.web-application-type=reactive ; GET /f | GET /f/ | GET /f/about
            quarkus.http.root-path=/q                                             ; GET /q | GET /q/ | GET /q/about
            """)
    void putsTheServersPathBefore(String settings, String expected) {
        Map<String, String> configuration = Settings.of(settings);

        assertThat(Lines.of(served(configuration).routes(), "shop.Root")).isEqualTo(Lines.cell(expected));
    }

    @Test
    void saysWhatItCannotTell() {
        assertThat(served(Map.of()).uncovered())
                .contains(
                        "the path /x/${shop.absent} of shop.Placeholders.unknown, which the module's configuration and classes do not tell",
                        "the path /#{@paths.get()} of shop.Placeholders.spel, which the module's configuration and classes do not tell",
                        "mappings of shop.NoBean, which no annotation that is known makes a controller",
                        "mappings of shop.NoController, which no annotation that is known makes a controller",
                        "mappings that controller shop.Inherits may inherit from shop.api.Gone, which the build does not have");
    }

    @Test
    void namesTheMethodAndItsClass() {
        assertThat(served(Map.of()).routes())
                .filteredOn(route -> route.path().text().equals("/base/own"))
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.name()).isEqualTo("kept");
                    assertThat(route.place().text()).isEqualTo("shop.ByClass.kept");
                });
    }
}
