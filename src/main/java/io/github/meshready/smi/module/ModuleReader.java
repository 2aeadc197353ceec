package io.github.meshready.smi.module;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.SourceText;
import io.github.meshready.smi.module.BuildModule.CodeText;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the configuration of modules from their resources: those that the build has copied and filtered, else those in
 * the sources; and the texts in their classes. Nothing of a module is loaded or run.
 */
public final class ModuleReader {

    private static final String SOURCES = "src/main/resources";
    private static final String FILTERED = "target/classes";

    /** Folders of a project in which modules lie: deep enough for {@code group/module/flavour/src/main/resources}. */
    private static final int MAX_DEPTH = 8;

    private static final String DOCKERFILE = "Dockerfile";
    private static final List<String> BAKED =
            List.of(DOCKERFILE, "src/main/docker/" + DOCKERFILE, "nginx.conf", "default.conf");
    private static final List<String> FOLDERS = List.of("", "config", "META-INF");
    private static final List<String> PREFIXES = List.of("application", "bootstrap", "microprofile-config");
    private static final List<String> ENDINGS = List.of(".properties", ".yml", ".yaml");

    private final FileNames names;
    private final Limits limits;

    public ModuleReader(FileNames names, Limits limits) {
        this.names = names;
        this.limits = limits;
    }

    /**
     * Reads a module of this build.
     *
     * @param artifact its artifact's name
     * @param folder its folder
     * @param classes where the build puts its resources
     */
    public BuildModule read(String artifact, Path folder, Path classes) {
        List<ConfigFile> filtered = files(classes);
        List<ConfigFile> files = filtered.isEmpty() ? files(folder.resolve(SOURCES)) : filtered;
        Set<String> called = new LinkedHashSet<>(Set.of(artifact));
        called.add(String.valueOf(folder.getFileName()));
        return new BuildModule(artifact, called, withBaked(folder, files), code(classes));
    }

    /**
     * Finds the modules in a folder that is a module or holds some.
     *
     * @throws InputException if there is no such folder
     */
    public List<BuildModule> find(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(new InputProblem(
                    names.of(folder), "there is no such folder, so no module was read", "correct smi.modules"));
        }
        try (Stream<Path> folders = Files.find(
                folder,
                MAX_DEPTH,
                (path, attributes) -> attributes.isDirectory() && path.endsWith(Path.of("src", "main")))) {
            return folders.map(main -> main.getParent().getParent())
                    .sorted()
                    .map(module -> module(folder, module))
                    .filter(module ->
                            !module.files().isEmpty() || !module.code().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BuildModule module(Path root, Path module) {
        Set<String> called = new LinkedHashSet<>();
        called.add(String.valueOf(root.getFileName()));
        root.relativize(module).forEach(part -> called.add(part.toString()));
        List<ConfigFile> filtered = files(module.resolve(FILTERED));
        List<ConfigFile> files = filtered.isEmpty() ? files(module.resolve(SOURCES)) : filtered;
        return new BuildModule(names.of(module), called, withBaked(module, files), code(module.resolve(FILTERED)));
    }

    /** What goes into the image beside the application: variables of its Dockerfile, configuration of nginx. */
    private List<ConfigFile> withBaked(Path module, List<ConfigFile> files) {
        List<ConfigFile> all = new ArrayList<>(files);
        for (String name : BAKED) {
            Path file = module.resolve(name);
            if (Files.isRegularFile(file)) {
                ConfigFile read = read(file);
                all.add(name.endsWith(DOCKERFILE) ? DockerfileText.variables(read) : read);
            }
        }
        return all;
    }

    private List<CodeText> code(Path classes) {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        List<CodeText> texts = new ArrayList<>();
        try (Stream<Path> found = Files.walk(classes)) {
            for (Path file : found.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                if (Files.size(file) <= limits.fileSize()) {
                    texts.addAll(ClassFile.texts(names.of(file), Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private List<ConfigFile> files(Path resources) {
        List<ConfigFile> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path place = resources.resolve(folder);
            if (Files.isDirectory(place)) {
                try (Stream<Path> found = Files.list(place)) {
                    found.filter(Files::isRegularFile)
                            .filter(file -> isConfiguration(file.getFileName().toString()))
                            .sorted()
                            .forEach(file -> files.add(read(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    private static boolean isConfiguration(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return PREFIXES.stream().anyMatch(name::startsWith) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private ConfigFile read(Path file) {
        try {
            String path = names.of(file);
            SourceText text = SourceText.decode(path, Files.readAllBytes(file), limits);
            return new ConfigFile(file.getFileName().toString(), path, text.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
