package io.github.meshready.smi.call;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import io.github.meshready.smi.module.ClassTexts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A module with its configuration files taken apart, once for all workloads that it may become. */
final class ParsedModule {

    private static final List<String> APPLICATION_NAMES =
            List.of("spring.application.name", "quarkus.application.name", "micronaut.application.name");

    private static final String SERVER = ".conf";

    private final BuildModule module;
    private final List<ParsedFile> files;
    private final List<ClassTexts> classes;
    private final Set<String> names;
    private final Set<String> ownNames = new TreeSet<>();

    /**
     * A configuration file.
     *
     * @param file the file
     * @param documents its values by key, one map for each document
     */
    record ParsedFile(ConfigFile file, List<Map<String, String>> documents) {}

    ParsedModule(BuildModule module) {
        this.module = module;
        FileFormat formats = new FileFormat();
        this.files = module.files().stream()
                .map(file -> new ParsedFile(file, formats.documents(file.name(), file.text())))
                .toList();
        this.classes = module.classes().stream().filter(ClassTexts::isTelling).toList();
        this.names = new TreeSet<>(module.names());
        files.stream()
                .flatMap(file -> file.documents().stream())
                .forEach(document -> APPLICATION_NAMES.stream()
                        .filter(document::containsKey)
                        .forEach(key -> ownNames.add(document.get(key))));
        module.names().stream().filter(module::isItself).forEach(ownNames::add);
        names.addAll(ownNames);
    }

    BuildModule module() {
        return module;
    }

    List<ParsedFile> files() {
        return files;
    }

    /** The files that a framework lays one over the other. */
    List<ParsedFile> layers() {
        return files.stream().filter(parsed -> !isServer(parsed.file())).toList();
    }

    /** The configuration of web servers: each file for itself. */
    List<ParsedFile> servers() {
        return files.stream().filter(parsed -> isServer(parsed.file())).toList();
    }

    private static boolean isServer(ConfigFile file) {
        return file.name().endsWith(SERVER);
    }

    List<ClassTexts> classes() {
        return classes;
    }

    /** What the module calls itself in its own configuration, and what the build calls it. */
    Set<String> names() {
        return names;
    }

    /** The names that are its own, not those of the folders around it. */
    Set<String> ownNames() {
        return ownNames;
    }
}
