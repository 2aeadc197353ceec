package io.github.meshready.smi.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A module of the build, as far as its calls go.
 *
 * @param name what people know it by
 * @param names what its workload may be called: its artifact and the folders that it lies in
 * @param files its configuration files
 * @param classes the texts in its compiled classes
 * @param folders where it lies, for those who look for more in it; empty if nobody knows
 */
public record BuildModule(
        String name, Set<String> names, List<ConfigFile> files, List<ClassTexts> classes, Optional<Folders> folders) {

    /** A module of which no classes are known. */
    public BuildModule(String name, Set<String> names, List<ConfigFile> files) {
        this(name, names, files, List.of());
    }

    /** A module of which nobody knows where it lies. */
    public BuildModule(String name, Set<String> names, List<ConfigFile> files, List<ClassTexts> classes) {
        this(name, names, files, classes, Optional.empty());
    }

    public BuildModule {
        names = Set.copyOf(names);
        files = List.copyOf(files);
        classes = List.copyOf(classes);
    }

    /**
     * A configuration file.
     *
     * @param name its own name, such as {@code application-prod.yml}
     * @param path the file as people know it
     * @param text what it holds; may hold credentials, so it is never printed
     */
    public record ConfigFile(String name, String path, String text) {}

    /**
     * The folders of a module.
     *
     * @param base its own
     * @param output where the build puts its classes and resources, {@code target/classes}; it need not be there
     */
    public record Folders(Path base, Path output) {

        /** Where the build puts everything that it makes: {@code target}. */
        public Path build() {
            return output.getParent() == null ? base : output.getParent();
        }

        /** Where its resources are written: {@code src/main/resources}. */
        public Path resources() {
            return base.resolve("src").resolve("main").resolve("resources");
        }
    }
}
