package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.ClientRoutes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interfaces that modules of a build share. */
class SharedModulesTest {

    private static final String API = """
            package shop.api;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.service.annotation.*;
            public interface Books { @GetMapping("/books/{id}") String one(String id); }
            @HttpExchange("http://stock/v1") public interface Stock { @GetExchange("/stock") String all(); }
            """;

    @TempDir
    Path folder;

    private BuildModule api;
    private BuildModule server;
    private BuildModule client;
    private BuildModule stock;

    @BeforeEach
    void compile() {
        TestModule shared = new TestModule(folder.resolve("api")).compiled(API);
        api = shared.read();
        server = new TestModule(folder.resolve("server"))
                .compiledWith(List.of(shared), """
                        package shop.server;
                        import org.springframework.web.bind.annotation.*;
                        @RestController public class Books implements shop.api.Books { public String one(String id) { return id; } }
                        """)
                .read();
        client = new TestModule(folder.resolve("client"))
                .compiledWith(List.of(shared), """
                        package shop.client;
                        import org.springframework.cloud.openfeign.FeignClient;
                        @FeignClient("books") public interface Books extends shop.api.Books { }
                        public class Orders { String all(shop.api.Stock stock) { return stock.all(); } }
                        """)
                .read();
        stock = new TestModule(folder.resolve("stock"))
                .compiledWith(List.of(shared), """
                        package shop.stock;
                        import org.springframework.web.bind.annotation.*;
                        @RestController public class Stock implements shop.api.Stock {
                            public String all() { return ""; }
                            static String again(shop.api.Stock other) { return other.all(); }
                        }
                        """)
                .read();
    }

    @Test
    void areFollowedWhereverTheyLie() {
        RouteScan scan = TestModule.scan(api, server, client, stock);

        assertThat(Lines.of(scan.of(server, Map.of()).served().routes())).containsExactly("GET /books/{id}");
        assertThat(scan.of(server, Map.of()).served().source()).isEqualTo("classes of module server");
        assertThat(scan.of(server, Map.of()).clients()).isEmpty();
        assertThat(scan.of(client, Map.of()).served().routes()).isEmpty();
        assertThat(scan.of(client, Map.of()).clients())
                .extracting(ClientRoutes::client)
                .containsExactly("shop.api.Stock", "shop.client.Books");
        assertThat(scan.of(client, Map.of()).clients())
                .extracting(each -> Lines.of(each.routes()))
                .containsExactly(List.of("GET /v1/stock"), List.of("GET /books/{id}"));
        assertThat(scan.of(stock, Map.of()).clients()).isEmpty();
    }

    @Test
    void areMissedWhereTheBuildDoesNotHaveThem() {
        assertThat(TestModule.scan(server).of(server, Map.of()).served().uncovered())
                .contains(
                        "mappings that controller shop.server.Books may inherit from shop.api.Books, which the build does not have");
    }

    @Test
    void tellTheSameAgain() {
        List<BuildModule> all = List.of(api, server, client, stock);
        RouteScan scan = TestModule.scan(all.toArray(new BuildModule[0]));
        CodeRoutes first = scan.of(client, Map.of());

        assertThat(scan.of(client, Map.of())).isEqualTo(first);
        assertThat(TestModule.scan(stock, client, server, api).of(client, Map.of()))
                .isEqualTo(first);
    }
}
