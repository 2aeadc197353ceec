package io.github.meshready.smi.module;

import java.util.List;
import java.util.Set;

/**
 * A module of the build, as far as its calls go.
 *
 * @param name what people know it by
 * @param names what its workload may be called: its artifact and the folders that it lies in
 * @param files its configuration files
 * @param classes the texts in its compiled classes
 * @param built its files that are read only when somebody asks for them
 */
public record BuildModule(
        String name, Set<String> names, List<ConfigFile> files, List<ClassTexts> classes, BuiltFiles built) {

    /** A module of which no classes are known. */
    public BuildModule(String name, Set<String> names, List<ConfigFile> files) {
        this(name, names, files, List.of());
    }

    /** A module of which only the texts of its classes are known. */
    public BuildModule(String name, Set<String> names, List<ConfigFile> files, List<ClassTexts> classes) {
        this(name, names, files, classes, BuiltFiles.none());
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
}
