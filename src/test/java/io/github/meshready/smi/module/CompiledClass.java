package io.github.meshready.smi.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Classes as the compiler makes them from a source text. */
public final class CompiledClass {

    /** Annotations of the names that frameworks have, in one package of our own. */
    private static final String ANNOTATIONS = """
            package fake;
            import java.lang.annotation.*;
            public class Annotations {
                @Retention(RetentionPolicy.RUNTIME) public @interface FeignClient {
                    String value() default ""; String name() default ""; String url() default ""; Class<?>[] configuration() default {};
                }
                @Retention(RetentionPolicy.RUNTIME) public @interface RegisterRestClient { String baseUri() default ""; String configKey() default ""; }
                @Retention(RetentionPolicy.RUNTIME) public @interface HttpExchange { String value() default ""; String url() default ""; String[] accept() default {}; }
                @Retention(RetentionPolicy.RUNTIME) public @interface Client { String value() default ""; String id() default ""; int port() default 0; }
                @Retention(RetentionPolicy.RUNTIME) public @interface LoadBalancerClient { String value() default ""; String name() default ""; }
                @Retention(RetentionPolicy.RUNTIME) public @interface LoadBalancerClients { LoadBalancerClient[] value(); RetentionPolicy policy() default RetentionPolicy.CLASS; }
                @Retention(RetentionPolicy.RUNTIME) public @interface Value { String value(); }
                @Retention(RetentionPolicy.RUNTIME) public @interface ConfigProperty { String name() default ""; String defaultValue() default ""; }
                @Retention(RetentionPolicy.RUNTIME) public @interface ConfigurationProperties { String prefix() default ""; String value() default ""; }
                @Retention(RetentionPolicy.RUNTIME) public @interface Other { String value() default ""; }
            }
            """;

    private CompiledClass() {}

    /** The texts in all classes of a source file whose public type is called {@code X}. */
    public static List<ClassTexts> texts(String source) {
        List<ClassTexts> texts = new ArrayList<>();
        bytes(source).forEach(bytes -> ClassFile.read("X.class", bytes).ifPresent(texts::add));
        return texts;
    }

    static List<byte[]> bytes(String source) {
        try {
            Path folder = Files.createTempDirectory("classes");
            try {
                Path main = Files.writeString(folder.resolve("X.java"), "import fake.Annotations.*;\n" + source);
                Path fake = Files.writeString(folder.resolve("Annotations.java"), ANNOTATIONS);
                int result = ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-g",
                                "-parameters",
                                "-d",
                                folder.toString(),
                                main.toString(),
                                fake.toString());
                if (result != 0) {
                    throw new IllegalArgumentException(source);
                }
                try (Stream<Path> files = Files.list(folder)) {
                    return files.filter(file -> file.toString().endsWith(".class"))
                            .sorted()
                            .map(CompiledClass::read)
                            .toList();
                }
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
