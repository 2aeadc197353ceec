package io.github.meshready.smi.module;

import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param libraries the names of the modules that it takes along when it runs; empty if that is not known
 */
public record BuildModule(
        String name,
        Set<String> names,
        List<ConfigFile> files,
        List<ClassTexts> classes,
        Optional<Folders> folders,
        Optional<Set<String>> libraries) {

    /** A module of which no classes are known. */
    public BuildModule(String name, Set<String> names, List<ConfigFile> files) {
        this(name, names, files, List.of());
    }

    /** A module of which nobody knows where it lies. */
    public BuildModule(String name, Set<String> names, List<ConfigFile> files, List<ClassTexts> classes) {
        this(name, names, files, classes, Optional.empty(), Optional.empty());
    }

    public BuildModule {
        names = Set.copyOf(names);
        files = List.copyOf(files);
        classes = List.copyOf(classes);
        libraries = libraries.map(Set::copyOf);
    }

    /** The same, which takes these modules along. */
    public BuildModule with(Set<String> others) {
        return new BuildModule(name, names, files, classes, folders, Optional.of(others));
    }

    /** The module and those of others that run in one program with it, each once. */
    public List<BuildModule> program(List<BuildModule> others) {
        List<BuildModule> program = new ArrayList<>(List.of(this));
        for (int i = 0; i < program.size(); i++) {
            Set<String> wanted = program.get(i).libraries.orElse(Set.of());
            others.stream()
                    .filter(each -> wanted.contains(each.name))
                    .filter(each -> program.stream().noneMatch(known -> known == each))
                    .forEach(program::add);
        }
        return program;
    }

    /** Whether somebody calls the module itself so, rather than a folder around it. */
    public boolean isItself(String called) {
        return called.equals(name)
                || folders.map(Folders::base)
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .filter(called::equals)
                        .isPresent();
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
