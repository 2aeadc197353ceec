package io.github.meshready.smi.route.code;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ModuleReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A module in a folder, with classes as the compiler makes them from sources of the test; those of the frameworks are not in it. */
public final class TestModule {

    private final Path folder;
    private int release = 17;

    public TestModule(Path folder) {
        this.folder = folder;
    }

    /** Compiles for another release of Java. */
    TestModule forJava(int other) {
        release = other;
        return this;
    }

    /** Compiles sources of packages that begin with {@code shop}; each may hold many public types. */
    public TestModule compiled(String... sources) {
        return compiledWith(List.of(), sources);
    }

    /** As {@link #compiled(String...)}, seeing the classes of other modules. */
    public TestModule compiledWith(List<TestModule> seen, String... sources) {
        List<JavaFileObject> units = new ArrayList<>();
        Stream.concat(Stream.of(sources), FrameworkTypes.sources().stream())
                .forEach(source -> units.add(new Source(units.size(), source)));
        try {
            Files.createDirectories(output());
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter messages = new StringWriter();
            List<String> classpath =
                    seen.stream().map(each -> each.output().toString()).toList();
            List<String> options = List.of(
                    "--release",
                    Integer.toString(release),
                    "-proc:none",
                    "-d",
                    output().toString(),
                    "-cp",
                    String.join(java.io.File.pathSeparator, classpath));
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
                if (!compiler.getTask(messages, files, null, options, null, units)
                        .call()) {
                    throw new IllegalArgumentException(messages.toString());
                }
            }
            withoutFrameworks();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void withoutFrameworks() throws IOException {
        try (Stream<Path> files = Files.walk(output())) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !output().relativize(file).startsWith("shop"))
                    .forEach(file -> file.toFile().delete());
        }
    }

    public TestModule with(String file, byte[] bytes) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path output() {
        return folder.resolve("target/classes");
    }

    public BuildModule read() {
        return new ModuleReader(new FileNames(folder), Limits.DEFAULT)
                .read(String.valueOf(folder.getFileName()), folder, output(), true);
    }

    /** A scan of these modules, which names files from the folder of the first. */
    static RouteScan scan(BuildModule... modules) {
        return scan(Limits.DEFAULT, modules);
    }

    static RouteScan scan(Limits limits, BuildModule... modules) {
        return new RouteScan(new FileNames(modules[0].folders().orElseThrow().base()), limits, List.of(modules));
    }

    /** A text that the compiler takes for a file, however its types are called. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(int number, String text) {
            super(URI.create("string:///Source" + number + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
