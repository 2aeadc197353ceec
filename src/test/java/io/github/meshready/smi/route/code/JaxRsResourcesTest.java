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

/** Which routes resources serve (Jakarta REST 3.1, 3.3 to 3.7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JaxRsResourcesTest {

    private static final String SHOP = """
            package shop;
            import java.lang.annotation.*;
            import jakarta.ws.rs.*;

            @Path("books")
            public class Books {
                @GET public String all() { return ""; }
                @GET @Path("{id: [0-9]+}") public String one(@PathParam("id") String id) { return id; }
                @POST @Path("/new/") public void add() { }
                @Purge @Path("cache") public void purge() { }
                public void none() { }
            }
            @Retention(RetentionPolicy.RUNTIME) @HttpMethod("PURGE") public @interface Purge { }
            @Path("/") public class Root { @GET public String home() { return ""; } @DELETE @Path("") public void clear() { } }
            @javax.ws.rs.Path("old") public class Old { @javax.ws.rs.GET public String get() { return ""; } }

            @Path("/api") public interface Api { @GET @Path("x/{id}") String get(@PathParam("id") String id); @PUT default void put() { } }
            public class ByInterface implements Api { public String get(String id) { return id; } }
            @Path("/own") public class OwnPath implements Api { @Override public String get(String id) { return id; } }
            public class Cancels implements Api { @Override @Produces("text/plain") public String get(String id) { return id; } }
            @Path("/abstract") public abstract class Base<T> { @POST public void add(T what) { } @GET @Path("{id}") public T get(int id) { return null; } }
            public class ByClass extends Base<String> { @Override public void add(String what) { } }

            @Path("/shelves") public class Shelves {
                @Path("{shelf}/pages") public Pages pages() { return null; }
                @Path("{shelf}/notes") public Class<Notes> notes() { return Notes.class; }
                @Path("{shelf}/any") public Object any() { return null; }
                @Path("{shelf}/empty") public Empty empty() { return null; }
            }
            @Path("/ignored/when/located") public interface Pages { @GET String all(); @GET @Path("{page}") String page(); @Path("{page}") Pages again(); }
            public class Notes { @DELETE public void clear() { } }
            public class Empty { }
            """;

    private BuildModule module;

    @BeforeAll
    void compile(@TempDir Path folder) {
        module = new TestModule(folder).compiled(SHOP).read();
    }

    private ServedRoutes served(Map<String, String> configuration) {
        return TestModule.scan(module).of(module, configuration).served();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Books       ; GET /books | GET /books/{id: [0-9]+} | POST /books/new/ | PURGE /books/cache
            Root        ; GET / | DELETE /
            Old         ; GET /old
            ByInterface ; GET /api/x/{id} | PUT /api
            OwnPath     ; GET /own/x/{id} | PUT /own
            Cancels     ;
            ByClass     ; POST /abstract | GET /abstract/{id}
            Pages       ; GET /shelves/{shelf}/pages | GET /shelves/{shelf}/pages/{page}
            Notes       ; DELETE /shelves/{shelf}/notes
            """)
    void servesWhatResourcesSay(String type, String expected) {
        ServedRoutes served = served(Map.of());

        assertThat(Lines.of(served.routes(), "shop." + type)).isEqualTo(Lines.cell(expected));
        assertThat(served.routes()).allMatch(route -> route.path().syntax() == PathSyntax.JAKARTA_REST);
    }

    @Test
    void saysWhichSubResourcesItCannotTell() {
        assertThat(served(Map.of()).uncovered())
                .containsExactlyInAnyOrder(
                        "sub-resources below /shelves/{shelf}/any, which shop.Shelves.any finds: java.lang.Object is not among the classes of the build",
                        "sub-resources below /shelves/{shelf}/empty, which shop.Shelves.empty finds: shop.Empty has no routes",
                        "sub-resources below /shelves/{shelf}/pages/{page}, which lead to shop.Pages again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            -      ; -                                               ; /old
            api    ; -                                               ; /api/old
            /api/* ; -                                               ; /api/old
            -      ; quarkus.http.root-path=/q                       ; /q/old
            -      ; quarkus.http.root-path=/q,quarkus.rest.path=/r  ; /q/r/old
            -      ; quarkus.resteasy.path=r                         ; /r/old
            v1     ; quarkus.http.root-path=/q,quarkus.rest.path=/r  ; /q/v1/old
            -      ; spring.jersey.application-path=/j,server.servlet.context-path=/c ; /c/j/old
            """)
    void putsTheApplicationsPathBefore(String application, String settings, String expected, @TempDir Path folder) {
        String source =
                "package shop; @javax.ws.rs.Path(\"old\") public class Old { @javax.ws.rs.GET public void get() { } }";
        String app = "package shop.app; @jakarta.ws.rs.ApplicationPath(\"" + application
                + "\") public class App extends jakarta.ws.rs.core.Application { }";
        BuildModule small = new TestModule(folder)
                .compiled(application == null ? new String[] {source} : new String[] {source, app})
                .read();

        assertThat(TestModule.scan(small)
                        .of(small, Settings.of(settings))
                        .served()
                        .routes())
                .singleElement()
                .satisfies(route -> assertThat(route.path().text()).isEqualTo(expected));
    }

    @Test
    void takesResourcesToBeInEachOfSeveralApplications(@TempDir Path folder) {
        BuildModule two = new TestModule(folder).compiled("""
                        package shop;
                        import jakarta.ws.rs.*;
                        @ApplicationPath("a") public class A extends jakarta.ws.rs.core.Application { }
                        @ApplicationPath("b") public class B extends jakarta.ws.rs.core.Application { }
                        @Path("x") public class X { @GET public String get() { return ""; } }
                        """).read();

        ServedRoutes served = TestModule.scan(two).of(two, Map.of()).served();

        assertThat(Lines.of(served.routes())).containsExactly("GET /a/x", "GET /b/x");
        assertThat(served.uncovered())
                .containsExactly(
                        "which of the applications at /a and /b has resource shop.X: it is taken to be in each");
    }
}
