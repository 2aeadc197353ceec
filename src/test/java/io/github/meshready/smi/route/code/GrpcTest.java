package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.PathSyntax;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services and stubs of gRPC, by the classes that its generators make. */
class GrpcTest {

    /** As grpc-java generates it, as far as names go. */
    static final String BOOKS = """
            package shop.proto;
            import io.grpc.stub.annotations.RpcMethod;
            public final class BooksGrpc {
                public static final String SERVICE_NAME = "shop.v1.Books";
                @RpcMethod(fullMethodName = SERVICE_NAME + '/' + "Find") public static Object getFindMethod() { return null; }
                @RpcMethod(fullMethodName = SERVICE_NAME + '/' + "list_all") public static Object getListAllMethod() { return null; }
                @RpcMethod(fullMethodName = SERVICE_NAME + '/' + "Drop") public static Object getDropMethod() { return null; }
                public interface AsyncService { default void find() { } }
                public static abstract class BooksImplBase implements io.grpc.BindableService, AsyncService { }
                public static class BooksBlockingStub { public String find() { return ""; } public void listAll() { } public void drop() { } public BooksBlockingStub withCompression() { return this; } }
                public static class BooksFutureStub { public String find() { return ""; } }
                public static BooksBlockingStub newBlockingStub() { BooksBlockingStub stub = new BooksBlockingStub(); stub.drop(); return stub; }
            }
            """;

    private static final String BOOKS_KT = """
            package shop.proto;
            public final class BooksGrpcKt {
                public static abstract class BooksCoroutineImplBase { }
                public static class BooksCoroutineStub { public void drop() { new BooksGrpc.BooksBlockingStub().drop(); } }
            }
            """;

    /** As Quarkus generates it. */
    private static final String GREETER = """
            package shop.proto;
            public interface Greeter extends io.quarkus.grpc.MutinyService { String sayHello(); String sayBye(); }
            public final class GreeterGrpc {
                @io.grpc.stub.annotations.RpcMethod(fullMethodName = "Greeter/SayHello") public static Object getSayHelloMethod() { return null; }
                @io.grpc.stub.annotations.RpcMethod(fullMethodName = "Greeter/SayBye") public static Object getSayByeMethod() { return null; }
                public static class GreeterStub { public void sayHello() { } public void sayBye() { } }
            }
            public final class MutinyGreeterGrpc {
                public static class MutinyGreeterStub { public void sayHello() { new GreeterGrpc.GreeterStub().sayHello(); } public void sayBye() { new GreeterGrpc.GreeterStub().sayBye(); } }
            }
            public class GreeterClient implements Greeter, io.quarkus.grpc.MutinyClient<String> {
                public String sayHello() { new MutinyGreeterGrpc.MutinyGreeterStub().sayHello(); return ""; }
                public String sayBye() { new MutinyGreeterGrpc.MutinyGreeterStub().sayBye(); return ""; }
            }
            """;

    private static final String ALL =
            "POST /shop.v1.Books/Drop | POST /shop.v1.Books/Find | POST /shop.v1.Books/list_all";

    private static final String GREETER_ALL = "POST /Greeter/SayBye | POST /Greeter/SayHello";

    @TempDir
    Path folder;

    private CodeRoutes routes(String... sources) {
        BuildModule module = new TestModule(folder).compiled(sources).read();
        return TestModule.scan(module).of(module, Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            public class Impl extends BooksGrpc.BooksImplBase { }                                      ~ BOOKS
            public class Impl implements BooksGrpc.AsyncService { }                                    ~ BOOKS
            public class Impl extends Middle { } abstract class Middle extends BooksGrpc.BooksImplBase { } ~ BOOKS
            public class Impl extends BooksGrpcKt.BooksCoroutineImplBase { }                           ~ BOOKS
            public class Impl implements Greeter { public String sayHello() { return null; } public String sayBye() { return null; } } ~ GREETER
            public abstract class Impl extends BooksGrpc.BooksImplBase { }                             ~
            public class Impl { BooksGrpc.BooksBlockingStub stub; }                                    ~
            """)
    void servesTheMethodsOfWhatIsImplemented(String source, String expected) {
        CodeRoutes routes = routes(BOOKS, BOOKS_KT, GREETER, "package shop; import shop.proto.*; " + source);

        String all = "BOOKS".equals(expected) ? ALL : "GREETER".equals(expected) ? GREETER_ALL : "";
        assertThat(Lines.of(routes.served().routes())).isEqualTo(Lines.cell(all));
        assertThat(routes.served().routes())
                .allMatch(route -> route.path().syntax() == PathSyntax.LITERAL
                        && route.place().text().equals("shop.Impl." + route.name()));
        assertThat(routes.served().uncovered()).isEmpty();
    }

    @Test
    void servesHealthAndReflectionWhereTheyAreNamed() {
        CodeRoutes routes = routes(GREETER, """
                package shop;
                import shop.proto.Greeter;
                @io.quarkus.grpc.GrpcService
                public class Impl implements Greeter {
                    public String sayHello() { io.grpc.protobuf.services.ProtoReflectionService.newInstance(); return ""; }
                    public String sayBye() { return ""; }
                }
                """);

        assertThat(Lines.of(routes.served().routes()))
                .contains(
                        "POST /grpc.health.v1.Health/Check",
                        "POST /grpc.health.v1.Health/Watch",
                        "POST /grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', nullValues = "-", textBlock = """
            String a(BooksGrpc.BooksBlockingStub stub) { stub.withCompression().listAll(); return stub.find(); } ~ - ~ POST /shop.v1.Books/Find | POST /shop.v1.Books/list_all
            String a(BooksGrpc.BooksFutureStub stub) { return stub.find(); }                                  ~ - ~ POST /shop.v1.Books/Find
            Object a() { return BooksGrpc.newBlockingStub(); }                                                ~ - ~ BOOKS
            @net.devh.boot.grpc.client.inject.GrpcClient("b1") BooksGrpc.BooksBlockingStub stub; void a() { stub.drop(); } ~ b1 ~ POST /shop.v1.Books/Drop
            @io.quarkus.grpc.GrpcClient Greeter hello; String a() { return hello.sayHello(); }                ~ hello ~ POST /Greeter/SayHello
            Object a(BooksGrpcKt.BooksCoroutineStub stub) { stub.drop(); return stub; }                       ~ - ~ POST /shop.v1.Books/Drop
            """)
    void usesTheMethodsThatCodeCalls(String member, String channel, String expected) {
        CodeRoutes routes = routes(
                BOOKS, BOOKS_KT, GREETER, "package shop; import shop.proto.*; public class User { " + member + " }");

        assertThat(routes.clients()).singleElement().satisfies(client -> {
            assertThat(Lines.of(client.routes())).isEqualTo(Lines.cell("BOOKS".equals(expected) ? ALL : expected));
            assertThat(client.target()).isEqualTo(channel == null ? "" : channel);
        });
    }

    @Test
    void generatedClassesAloneAreNeitherServerNorClient() {
        CodeRoutes routes = routes(BOOKS, BOOKS_KT, GREETER);

        assertThat(routes.served().routes()).isEmpty();
        assertThat(routes.clients()).isEmpty();
    }

    @Test
    void asksProtocolFilesForWhatTheBuildDoesNotHave() {
        TestModule proto = new TestModule(folder.resolve("proto")).compiled(BOOKS);
        TestModule module = new TestModule(folder.resolve("server"))
                .compiledWith(
                        List.of(proto),
                        "package shop; public class Impl extends shop.proto.BooksGrpc.BooksImplBase { void a(shop.proto.BooksGrpc.BooksBlockingStub b) { b.find(); } }");
        BuildModule alone = module.read();

        CodeRoutes unknown = TestModule.scan(alone).of(alone, Map.of());
        BuildModule told = module.with(
                        "src/main/proto/books.proto",
                        "package old; service Books { rpc Find(A) returns (B); rpc Drop(A) returns (B); }"
                                .getBytes(StandardCharsets.UTF_8))
                .read();
        CodeRoutes known = TestModule.scan(told).of(told, Map.of());

        assertThat(unknown.served().routes()).isEmpty();
        assertThat(unknown.served().uncovered())
                .containsExactly(
                        "gRPC service shop.Impl: the build has neither shop.proto.BooksGrpc nor a .proto file or descriptor that tells its methods");
        assertThat(unknown.clients()).extracting(ClientRoutes::unclear).noneMatch(List::isEmpty);
        assertThat(Lines.of(known.served().routes())).containsExactly("POST /old.Books/Drop", "POST /old.Books/Find");
        assertThat(known.served().uncovered()).isEmpty();
        assertThat(known.clients())
                .singleElement()
                .satisfies(client -> assertThat(Lines.of(client.routes())).containsExactly("POST /old.Books/Find"));
    }

    @Test
    void aModuleThatIsNotCompiledServesWhatItsProtocolFilesDeclare() {
        BuildModule module = new TestModule(folder)
                .with(
                        "src/main/proto/a/books.proto",
                        "package a.b; service Books { rpc Find(A) returns (B); }".getBytes(StandardCharsets.UTF_8))
                .read();

        CodeRoutes routes = TestModule.scan(module).of(module, Map.of());

        assertThat(Lines.of(routes.served().routes())).containsExactly("POST /a.b.Books/Find");
        assertThat(routes.served().source()).startsWith("protocol files of module ");
    }
}
