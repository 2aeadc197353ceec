package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files that are broken, too large or too many are left out and named; the rest is read. */
class BrokenClassesTest {

    private static final String SHOP = """
            package shop;
            import org.springframework.web.bind.annotation.*;
            @RestController @RequestMapping("/books")
            public class Books<T extends Comparable<T>> {
                @GetMapping("/{id}") public T one(@PathVariable("id") String id) { Runnable later = () -> { }; return null; }
                public static class Inner { @jakarta.ws.rs.GET public String get() { return new Object() { }.toString(); } }
            }
            """;

    private static final int ROUNDS = 300;

    @TempDir
    Path folder;

    private TestModule module;

    @BeforeEach
    void compile() {
        module = new TestModule(folder).compiled(SHOP);
    }

    private static CodeRoutes routes(BuildModule read) {
        return routes(read, Limits.DEFAULT);
    }

    private static CodeRoutes routes(BuildModule read, Limits limits) {
        return TestModule.scan(limits, read).of(read, Map.of());
    }

    @Test
    void doNotHideTheOthers() throws IOException {
        byte[] whole = Files.readAllBytes(module.output().resolve("shop/Books.class"));
        module.with("target/classes/shop/Cut.class", Arrays.copyOf(whole, whole.length / 2))
                .with("target/classes/shop/Empty.class", new byte[0])
                .with("target/classes/shop/Text.class", "not a class".getBytes(StandardCharsets.UTF_8));

        CodeRoutes routes = routes(module.read());

        assertThat(Lines.of(routes.served().routes())).containsExactly("GET /books/{id}");
        assertThat(routes.served().uncovered())
                .filteredOn(words -> words.contains("not a class file"))
                .containsExactly(
                        "target/classes/shop/Cut.class, which is not a class file as the Java Virtual Machine Specification has it",
                        "target/classes/shop/Empty.class, which is not a class file as the Java Virtual Machine Specification has it",
                        "target/classes/shop/Text.class, which is not a class file as the Java Virtual Machine Specification has it");
    }

    @Test
    void areNamedWhereTheyAreBeyondTheLimits() {
        Limits few = new Limits(64 << 20, 1, 256, 3 << 20);
        Limits small = new Limits(10, 20_000, 256, 3 << 20);

        assertThat(routes(module.read(), few).served().uncovered())
                .contains(
                        "target/classes/shop/Books$Inner.class, which was not read: file 2 and those behind it are above the limit");
        assertThat(routes(module.read(), small).served().uncovered())
                .contains("target/classes/shop/Books.class, which was not read: larger than 10 bytes");
    }

    @Test
    void countOnceWhereTheyAreRepeated() throws IOException {
        byte[] books = Files.readAllBytes(module.output().resolve("shop/Books.class"));
        module.with("target/classes/META-INF/versions/17/shop/Books.class", books)
                .with("target/classes/zzz/Books.class", books);

        CodeRoutes routes = routes(module.read());

        assertThat(Lines.of(routes.served().routes())).containsExactly("GET /books/{id}");
        assertThat(routes.served().routes())
                .extracting(route -> route.place().text())
                .containsExactly("shop.Books.one");
    }

    /** A class that says to lie in itself would be followed for ever. */
    @Test
    void areRefusedWhereTheyLieInThemselves() throws IOException {
        Path inner = module.output().resolve("shop/Books$Inner.class");
        byte[] bytes = Files.readAllBytes(inner);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int outer = text.indexOf("\u0001\u0000\nshop/Books");
        assertThat(outer).isPositive();
        // The name of the outer class becomes that of the inner one: eight bytes more.
        String circle = text.substring(0, outer) + "\u0001\u0000\u0010shop/Books$Inner" + text.substring(outer + 13);
        module.with("target/classes/shop/Books$Inner.class", circle.getBytes(StandardCharsets.ISO_8859_1));

        CodeRoutes routes = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> routes(module.read()));
        assertThat(routes.served().uncovered())
                .contains(
                        "target/classes/shop/Books$Inner.class, which is not a class file as the Java Virtual Machine Specification has it");
    }

    @Test
    void neverEndTheBuildWhateverTheirBytes() throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        for (String name : List.of("Books", "Books$Inner", "Books$Inner$1")) {
            String file = "target/classes/shop/" + name + ".class";
            seeds.put(file, Files.readAllBytes(folder.resolve(file)));
        }
        Random random = new Random(7);
        int withRoutes = 0;
        int withUnread = 0;
        for (int round = 0; round < ROUNDS; round++) {
            seeds.forEach((file, seed) -> {
                byte[] bytes = seed.clone();
                for (int change = random.nextInt(4); change > 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                module.with(file, bytes);
            });
            CodeRoutes routes = routes(module.read());
            withRoutes += routes.served().routes().isEmpty() ? 0 : 1;
            withUnread += routes.served().uncovered().toString().contains("not a class file") ? 1 : 0;
        }
        assertThat(withRoutes).isBetween(ROUNDS / 4, ROUNDS - 1);
        assertThat(withUnread).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    @Test
    void needNoJandexWhereThereAreNone(@TempDir Path empty) throws Exception {
        List<URL> classpath = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            if (!each.contains("jandex-")) {
                classpath.add(Path.of(each).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(classpath.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            assertThat(loader.getResource("org/jboss/jandex/Index.class")).isNull();
            Class<?> without = loader.loadClass(WithoutJandex.class.getName());
            Object text = without.getMethod("read", Path.class).invoke(null, empty);
            assertThat(text).isEqualTo("[POST /S/X]");
        }
    }

    /** Runs where Jandex is not on the classpath. */
    public static final class WithoutJandex {

        private WithoutJandex() {}

        public static String read(Path folder) {
            BuildModule module = new TestModule(folder)
                    .with(
                            "src/main/proto/s.proto",
                            "service S { rpc X (A) returns (B); }".getBytes(StandardCharsets.UTF_8))
                    .read();
            return Lines.of(routes(module).served().routes()).toString();
        }
    }
}
