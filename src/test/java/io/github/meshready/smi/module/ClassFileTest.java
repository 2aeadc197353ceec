package io.github.meshready.smi.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.meshready.smi.module.ClassTexts.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassFileTest {

    private static final String SOURCE = """
            @FeignClient(name = "orders", url = "${orders.url:}", configuration = {String.class, int[].class})
            @LoadBalancerClients(value = {@LoadBalancerClient(name = "one"), @LoadBalancerClient("two")})
            @Other("not kept")
            public class X {
                static final long LONG = 1L << 40;
                static final double DOUBLE = 1.5;
                double numbers = LONG * DOUBLE * 3f;
                @Value("${a.host:a}") String a = "http://a:80";
                @Client(value = "c", port = 7) Object c;
                @HttpExchange(accept = {"x", "y"}, url = "http://e") Object e() { Runnable r = () -> {}; return "to " + a + "!"; }
                X(@ConfigProperty(name = "b.url", defaultValue = "http://b") String b) {}
            }
            """;

    @Test
    void readsConstantsAndAnnotationsOfClientsAndConfiguration() {
        ClassTexts texts = CompiledClass.texts(SOURCE).get(0);
        assertThat(texts.constants()).containsExactlyInAnyOrder("http://a:80", "to \u0001!");
        assertThat(texts.annotations())
                .containsExactlyInAnyOrder(
                        new Annotation("FeignClient", Map.of("name", "orders", "url", "${orders.url:}")),
                        new Annotation("LoadBalancerClient", Map.of("name", "one")),
                        new Annotation("LoadBalancerClient", Map.of("value", "two")),
                        new Annotation("Value", Map.of("value", "${a.host:a}")),
                        new Annotation("Client", Map.of("value", "c")),
                        new Annotation("HttpExchange", Map.of("accept", "x", "url", "http://e")),
                        new Annotation("ConfigProperty", Map.of("name", "b.url", "defaultValue", "http://b")));
    }

    @Test
    void findsNothingInClassesWithoutTexts() {
        assertThat(CompiledClass.texts("public class X { @Other int x; }")).isEmpty();
    }

    /** What is no class file, or half of one, is not this plugin's business. */
    @Test
    void readsAnyBytes() {
        byte[] good = CompiledClass.bytes(SOURCE).get(0);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThat(ClassFile.readNaming("X", cut)).as("cut at %d", length).isEmpty();
        }
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> ClassFile.readNaming("X", broken)).doesNotThrowAnyException();
        }
    }

    @Test
    void readsItself() throws Exception {
        try (var in = ClassFile.class.getResourceAsStream("ClassFile.class")) {
            List<String> constants =
                    ClassFile.read("ClassFile", in.readAllBytes()).orElseThrow().constants();
            assertThat(constants).contains("FeignClient", "RuntimeVisibleAnnotations");
        }
    }
}
