package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.ServedRoutes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Browsers ask with OPTIONS first; routes take that where the module answers it. */
class CorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what its code has                                                  | its configuration             | whether
            -                                                                    | -                             | false
            @CrossOrigin                                                         | -                             | true
            new org.springframework.web.cors.CorsConfiguration()                 | -                             | true
            -                                                                    | quarkus.http.cors             | true
            -                                                                    | quarkus.http.cors.enabled     | true
            -                                                                    | micronaut.server.cors.enabled | true
            """)
    void letsRoutesTakeOptions(String code, String key, boolean taken, @TempDir Path folder) {
        boolean annotated = "@CrossOrigin".equals(code);
        BuildModule module = new TestModule(folder)
                .compiled("""
                        package shop;
                        import org.springframework.web.bind.annotation.*;
                        @RestController %s public class Books {
                            @GetMapping("/a") public void a() { %s }
                            @RequestMapping("/any") public void any() { }
                        }
                        """.formatted(annotated ? code : "", annotated || code == null ? "" : code + ";"))
                .read();
        for (String value : new String[] {"true", "false"}) {
            ServedRoutes served = TestModule.scan(module)
                    .of(module, key == null ? Map.of() : Map.of(key, value))
                    .served();
            boolean on = taken && (key == null || value.equals("true"));
            assertThat(Lines.of(served.routes())).containsExactly("* /any", on ? "GET,OPTIONS /a" : "GET /a");
        }
    }
}
