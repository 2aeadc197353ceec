package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.route.code.TestModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the clients in a library those are calls of a program that its code uses, and no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryCallsTest {

    private static final List<String> SERVICES = List.of("api", "stock", "mail", "one", "two", "pay");

    private static final String PAY = """
            package shop.more;
            @org.springframework.web.service.annotation.HttpExchange("http://pay") public interface Pay { }
            """;

    private static final String CLIENTS = """
            package shop.clients;
            import org.springframework.cloud.openfeign.FeignClient;
            import org.springframework.web.bind.annotation.*;
            @FeignClient(name = "a", url = "http://api") public interface Api { @GetMapping("/api") String get(); }
            @FeignClient(name = "s", url = "${stock.url:http://stock}") public interface Stock { }
            public interface Nest {
                @FeignClient(name = "o", url = "http://one") interface One { }
                @FeignClient(name = "t", url = "http://two") interface Two { }
                enum Size { SMALL }
            }
            public class Mail { public static String url() { return "http://mail"; } }
            public class Post {
                public static class Box { public static int size; public static String url() { return "http://mail"; } }
            }
            public class Facade { private Stock stock; }
            public class Till { Object pay(shop.more.Pay pay) { return pay; } }
            public @interface Enable { Class<?> value(); }
            public @interface EnableStock { Class<?> value() default Stock.class; }
            public class Plain { public int x; }
            """;

    private Path folder;
    private TestModule more;
    private TestModule clients;

    @BeforeAll
    void compile(@TempDir Path temporary) {
        folder = temporary;
        more = new TestModule(folder.resolve("more")).compiled(PAY);
        clients = new TestModule(folder.resolve("clients")).compiledWith(List.of(more), CLIENTS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a field                        | api      | Api x;
            a parameter                    | api      | void x(Api x) { }
            a result                       | api      | Api x() { return null; }
            a method that is called        | api      | String x(java.util.List<?> x) { return ((Api) x.get(0)).get(); }
            an array                       | api      | int x(Api[] x) { return 1; }
            a generic argument             | api      | java.util.List<Api> x;
            the second of several          | api      | java.util.Map<Integer, ? extends Api> x;
            a bound                        | api      | <L extends Comparable<L> & Api> void x() { }
            a class literal                | api      | Object x = Api.class;
            an annotation's value          | api      | @Enable(Api.class) int x;
            an annotation's default        | stock    | @EnableStock int x;
            a parent                       | api      | interface Y extends Api { }
            a method of a class            | mail     | String x = Mail.url();
            a method of a nested class     | mail     | String x = Post.Box.url();
            a field of a nested class      | mail     | int x = Post.Box.size;
            two of them                    | api mail | String x(Api x) { return Mail.url(); }
            one of those in an interface   | one      | Nest.One x;
            what lies beside them          | ''       | Object x = Nest.Size.SMALL;
            the interface around them      | ''       | Nest x;
            a class that uses one          | stock    | Facade x;
            one of another library         | pay      | Till x;
            a class that uses none         | ''       | Plain x = new Plain();
            nothing                        | ''       | int x;
            nothing but a name             | ''       | String x = "shop.clients.Api";
            """)
    void areThoseThatTheProgramUses(String what, String expected, String members) {
        assertThat(called(find(program("web", members).with(Set.of("clients"))), "web"))
                .isEqualTo(expected);
    }

    @Test
    void areNoneWhereTheModuleDoesNotDependOnIt() {
        BuildModule web = program("web", "Api x; Till y;");
        assertThat(called(find(web), "web")).isEmpty();
        assertThat(called(find(web.with(Set.of())), "web")).isEmpty();
        assertThat(called(find(web.with(Set.of("more"))), "web")).isEmpty();
    }

    @Test
    void areThoseOfEachProgramThatSharesIt() {
        CallGraph graph = find(
                program("web", "Api x;").with(Set.of("clients")),
                program("admin", "Facade x;").with(Set.of("clients")));
        assertThat(called(graph, "web")).isEqualTo("api");
        assertThat(called(graph, "admin")).isEqualTo("stock");
    }

    @Test
    void nameLibraryAndClass() {
        assertThat(find(program("web", "Api x;").with(Set.of("clients"))).calls())
                .map(Call::described)
                .containsExactly("web -> api:80 http (code @FeignClient url of library clients,"
                        + " target/classes/shop/clients/Api.class)");
    }

    @Test
    void leadWhereTheProgramIsTold() {
        BuildModule web = program("web", "Facade x;").with(Set.of("clients"));
        assertThat(called(find(env("STOCK_URL", "http://mail"), web), "web")).isEqualTo("mail");
    }

    /** A library that is a program as well tells of itself what all its classes say. */
    @Test
    void areAllInTheLibrarysOwnProgram() {
        BuildModule library = clients.read().with(Set.of());
        List<BuildModule> built = List.of(program("web", "Api x;").with(Set.of("clients")), library);
        CallGraph graph = find(built, deployment("a", "web"), deployment("a", "clients"));
        assertThat(called(graph, "web")).isEqualTo("api");
        assertThat(called(graph, "clients")).isEqualTo("api mail one stock two");
    }

    /** Where something else calls the same, the routes of the client are not all that is used. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            String x(Api x) { return x.get(); }                                 | GET /api
            String x(Api x) { return x.get(); } String y = "http://api/more";   | ?
            """)
    void tellTheRoutesThatAreUsed(String members, String routes) {
        CallGraph graph = find(program("web", members).with(Set.of("clients")));
        assertThat(graph.calls()).hasSize(1);
        assertThat(graph.routes()
                        .used(graph.calls().get(0))
                        .map(used ->
                                used.routes().stream().map(HttpRoute::described).collect(Collectors.joining(", ")))
                        .orElse("?"))
                .isEqualTo(routes);
    }

    private BuildModule program(String name, String members) {
        String source = "package shop.%1$s; import shop.clients.*; public class X { %2$s }".formatted(name, members);
        Path own = folder.resolve("programs-" + Integer.toHexString(members.hashCode()));
        return new TestModule(own.resolve(name))
                .compiledWith(List.of(clients, more), source)
                .read();
    }

    private CallGraph find(BuildModule... programs) {
        return find(env("X", "y"), programs);
    }

    private CallGraph find(String container, BuildModule... programs) {
        List<BuildModule> built = new ArrayList<>(List.of(programs));
        built.add(clients.read().with(Set.of("more")));
        built.add(more.read().with(Set.of()));
        return find(built, deployment("a", "web", container), deployment("a", "admin"));
    }

    private CallGraph find(List<BuildModule> built, String... callers) {
        List<String> manifests = new ArrayList<>(List.of(callers));
        SERVICES.forEach(each -> manifests.add(deployment("a", each)));
        SERVICES.forEach(each -> manifests.add(service("a", each, "{port: 80}")));
        RouteInputs inputs = new RouteInputs(
                RouteSources.ALL,
                List.of(RouteShop.declared("api", "GET /api", "GET /more")),
                built,
                new FileNames(folder),
                Limits.DEFAULT,
                folder);
        return new CallFinder(
                        app(manifests.toArray(new String[0])), new Declarations(List.of(), List.of(), built, inputs))
                .find();
    }

    private static String called(CallGraph graph, String source) {
        return graph.calls().stream()
                .filter(call -> call.source().name().equals(source))
                .map(call -> call.service().name().name())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
