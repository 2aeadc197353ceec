package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.ServedRoutes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which paths with a slash at the end are served, and that the version is not asked for in vain. */
class SpringGenerationTest {

    private static final String SAID =
            "paths of controllers with a slash behind them, if the module runs on Spring 5 or older";

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            javax.servlet.http.HttpServletRequest request   ; GET /a | GET /a/ | GET /b/ | GET /c/{*rest} | GET /d/** | GET /t/e | GET /t/e/ ; false ; 17
            @javax.validation.Valid String text             ; GET /a | GET /a/ | GET /b/ | GET /c/{*rest} | GET /d/** | GET /t/e | GET /t/e/ ; false ; 17
            jakarta.servlet.http.HttpServletRequest request ; GET /a | GET /b/ | GET /c/{*rest} | GET /d/**             ; false ; 17
            @jakarta.validation.Valid String text           ; GET /a | GET /b/ | GET /c/{*rest} | GET /d/**             ; false ; 17
            String text                                     ; GET /a | GET /b/ | GET /c/{*rest} | GET /d/**             ; false ; 17
            String text                                     ; GET /a | GET /b/ | GET /c/{*rest} | GET /d/**             ; true ; 11
            """)
    void tellsTheVersionByThePlatformsPackagesAndTheReleaseOfJava(
            String parameter, String expected, boolean said, int release, @TempDir Path folder) {
        String use = parameter.contains("HttpServletRequest") ? "request.logout();" : "";
        BuildModule module = new TestModule(folder)
                .forJava(release)
                .compiled("""
                        package shop;
                        import org.springframework.web.bind.annotation.*;
                        @RestController
                        public class Books {
                            @GetMapping("/a") void a(%s) { %s }
                            @GetMapping("/b/") void b() { }
                            @GetMapping("/c/{*rest}") void c() { }
                            @GetMapping("/d/**") void d() { }
                        }
                        @org.springframework.stereotype.Component @RequestMapping("/t/*") public class Typed { @GetMapping("/e") void e() { } }
                        """.formatted(parameter, use))
                .read();

        ServedRoutes served = TestModule.scan(module).of(module, Map.of()).served();

        assertThat(Lines.of(served.routes())).isEqualTo(Lines.cell(expected));
        assertThat(served.uncovered().contains(SAID)).isEqualTo(said);
    }
}
