package io.github.meshready.smi.module;

import java.util.List;
import java.util.Set;

/**
 * A module of the build, as far as its calls go.
 *
 * @param name what people know it by
 * @param names what its workload may be called: its artifact and the folders that it lies in
 * @param files its configuration files
 * @param code the texts in its classes
 */
public record BuildModule(String name, Set<String> names, List<ConfigFile> files, List<CodeText> code) {

    /** A module of which no classes are known. */
    public BuildModule(String name, Set<String> names, List<ConfigFile> files) {
        this(name, names, files, List.of());
    }

    public BuildModule {
        names = Set.copyOf(names);
        files = List.copyOf(files);
        code = List.copyOf(code);
    }

    /**
     * A text in a class.
     *
     * @param path the class file as people know it
     * @param annotation the annotation and its element, such as {@code @FeignClient name}; empty for a constant
     * @param value the text; may hold credentials, so it is never printed
     */
    public record CodeText(String path, String annotation, String value) {}

    /**
     * A configuration file.
     *
     * @param name its own name, such as {@code application-prod.yml}
     * @param path the file as people know it
     * @param text what it holds; may hold credentials, so it is never printed
     */
    public record ConfigFile(String name, String path, String text) {}
}
