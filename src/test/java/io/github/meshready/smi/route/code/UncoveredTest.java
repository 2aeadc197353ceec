package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is served without an annotation that tells its routes is said, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UncoveredTest {

    private static final String SHOP = """
            package shop;
            import org.springframework.web.servlet.config.annotation.*;
            public class Routes {
                org.springframework.web.servlet.function.RouterFunction<String> routes() { return null; }
                org.springframework.security.web.SecurityFilterChain security() { return null; }
                org.springframework.boot.web.servlet.ServletRegistrationBean<String> legacy() { return null; }
                void configurePathMatch(PathMatchConfigurer configurer) { }
                void addResourceHandlers(ResourceHandlerRegistry registry) { }
                void addViewControllers(ViewControllerRegistry registry) { }
                void vertx(io.vertx.ext.web.Router router) { }
            }
            public class Legacy extends jakarta.servlet.http.HttpServlet { }
            public class Older extends Legacy { }
            @jakarta.servlet.annotation.WebServlet("/s") public class Annotated { }
            public class Audit implements jakarta.servlet.Filter { }
            @jakarta.websocket.server.ServerEndpoint("/chat") public class Chat { }
            @io.micronaut.websocket.annotation.ServerWebSocket("/ws") public class Ws { }
            public class Talk extends org.springframework.web.socket.handler.TextWebSocketHandler { }
            @org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker public class Stomp { }
            public class Graph { @org.springframework.graphql.data.method.annotation.QueryMapping String books() { return ""; } }
            @org.eclipse.microprofile.graphql.GraphQLApi public class Api { }
            @org.springframework.data.rest.core.annotation.RepositoryRestResource public interface Books { }
            public class Camel extends org.apache.camel.builder.RouteBuilder { public void configure() { } }
            public interface Kotlin { final class DefaultImpls { static org.springframework.web.servlet.function.RouterFunction<String> routes(Kotlin self) { return null; } } }
            public class Nothing { void plain(String text) { } }
            public abstract class Half extends jakarta.servlet.http.HttpServlet { }
            """;

    private BuildModule module;

    @BeforeAll
    void compile(@TempDir Path folder) {
        module = new TestModule(folder)
                .compiled(SHOP)
                .with("target/classes/static/index.html", new byte[0])
                .with("target/classes/META-INF/resources/a.css", new byte[0])
                .with("src/main/webapp/WEB-INF/web.xml", new byte[0])
                .read();
    }

    private List<String> uncovered(String settings) {
        return TestModule.scan(module)
                .of(module, Settings.of(settings))
                .served()
                .uncovered();
    }

    @Test
    void isSaidWithItsClass() {
        assertThat(uncovered(null))
                .containsExactlyInAnyOrder(
                        "Camel routes shop.Camel",
                        "GraphQL API shop.Api",
                        "GraphQL API shop.Graph.books",
                        "RouterFunction in shop.Routes.routes",
                        "Spring Data REST repository shop.Books",
                        "WebSocket endpoint shop.Chat",
                        "WebSocket endpoint shop.Ws",
                        "WebSocket endpoints and SockJS shop.Stomp",
                        "WebSocket handler shop.Talk",
                        "filter shop.Audit",
                        "files and servlets of src/main/webapp, and the context root that a server puts before the paths of the module",
                        "login pages of Spring Security, configured in shop.Routes.security",
                        "paths that change with the prefixes and slashes of shop.Routes.configurePathMatch",
                        "servlet or filter that is registered in shop.Routes.legacy",
                        "routes of Vert.x in shop.Routes.vertx",
                        "servlet shop.Annotated",
                        "servlet shop.Legacy",
                        "servlet shop.Older",
                        "static resources in target/classes/META-INF/resources",
                        "static resources in target/classes/static",
                        "static resources in shop.Routes.addResourceHandlers",
                        "view controllers in shop.Routes.addViewControllers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            management.server.port=8081                                        ; Spring Boot's actuator below /actuator on port 8081, as management.* is configured
            management.endpoints.web.base-path=/manage                         ; Spring Boot's actuator below /manage, as management.* is configured
            management.server.port=8081,server.servlet.context-path=/api       ; Spring Boot's actuator below /actuator on port 8081, as management.* is configured
            management.server.port=8081,management.server.base-path=/m         ; Spring Boot's actuator below /m/actuator on port 8081, as management.* is configured
            management.tracing.enabled=true,server.servlet.context-path=/api   ; Spring Boot's actuator below /api/actuator, as management.* is configured
            management.endpoints.web.base-path=/manage,server.servlet.context-path=/api ; Spring Boot's actuator below /api/manage, as management.* is configured
            spring.data.rest.base-path=/data                                   ; repositories of Spring Data REST, as spring.data.rest.* is configured
            quarkus.smallrye-health.root-path=health                           ; endpoints of Quarkus below /q, as quarkus.smallrye-health.* is configured
            quarkus.micrometer.enabled=true,quarkus.http.root-path=/r          ; endpoints of Quarkus below /r/q, as quarkus.micrometer.* is configured
            quarkus.micrometer.enabled=true,quarkus.http.non-application-root-path=/n ; endpoints of Quarkus below /n, as quarkus.micrometer.* is configured
            endpoints.all.port=8085                                            ; management endpoints of Micronaut, as endpoints.* is configured
            """)
    void isSaidWithItsSetting(String settings, String expected) {
        assertThat(uncovered(settings)).contains(expected);
        assertThat(uncovered(settings)).hasSize(uncovered(null).size() + 1);
    }

    @Test
    void isNothingWhereNothingIs(@TempDir Path folder) {
        BuildModule small = new TestModule(folder)
                .compiled("package shop; public class Main { public static void main(String[] args) { } }")
                .with("target/classes/application.properties", "a=b".getBytes(StandardCharsets.UTF_8))
                .read();

        assertThat(TestModule.scan(small).of(small, Map.of()).served().uncovered())
                .isEmpty();
    }
}
