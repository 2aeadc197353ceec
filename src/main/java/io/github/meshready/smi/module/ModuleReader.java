package io.github.meshready.smi.module;

import io.github.meshready.smi.manifest.Disk;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the configuration of modules from their resources: those that the build has copied and filtered, else those in
 * the sources; and the texts in their classes. Nothing of a module is loaded or run.
 */
public final class ModuleReader {

    private static final Path SOURCE_FOLDER = Path.of("src", "main");
    private static final String SOURCES = "src/main/resources";
    private static final String FILTERED = "target/classes";

    /** Folders of a project in which modules lie: deep enough for {@code group/module/flavour/src/main/resources}. */
    private static final int MAX_DEPTH = 8;

    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git");
    private static final String DOCKERFILE = "Dockerfile";
    private static final String SERVER = ".conf";
    private static final List<String> BAKED = List.of("", "src/main/docker", "docker", "nginx", "conf", "config");
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
     * @param shared whether other modules run in one program with it, so that it counts which classes name which
     */
    public BuildModule read(String artifact, Path folder, Path classes, boolean shared) {
        List<ConfigFile> filtered = files(classes);
        List<ConfigFile> files = filtered.isEmpty() ? files(folder.resolve(SOURCES)) : filtered;
        Set<String> called = new LinkedHashSet<>(Set.of(artifact));
        called.add(String.valueOf(folder.getFileName()));
        return new BuildModule(
                artifact,
                called,
                withBaked(folder, files),
                classes(classes, shared),
                Optional.of(new BuildModule.Folders(folder, classes)),
                Optional.empty());
    }

    /**
     * Finds the modules in a folder that is a module or holds some.
     *
     * @throws InputException if there is no such folder
     */
    public List<BuildModule> find(Path folder) {
        if (!names.disk().isFolder(folder)) {
            throw new InputException(new InputProblem(
                    names.of(folder), "there is no such folder, so no module was read", "correct smi.modules"));
        }
        try {
            return marks(folder).stream()
                    .map(ModuleReader::marked)
                    .distinct()
                    .sorted()
                    .map(module -> module(folder, module))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> marks(Path folder) throws IOException {
        List<Path> marks = new ArrayList<>();
        if (isMark(folder)) {
            marks.add(folder);
        }
        names.disk().walk(folder, MAX_DEPTH, new Disk.Visitor() {
            @Override
            public boolean enters(Path each) {
                return each.equals(folder) || !NOT_SOURCES.contains(String.valueOf(each.getFileName()));
            }

            @Override
            public void visit(Disk.Entry entry) {
                if (isMark(entry.path())) {
                    marks.add(entry.path());
                }
            }
        });
        return marks;
    }

    private static boolean isMark(Path path) {
        return path.endsWith(SOURCE_FOLDER)
                || path.endsWith(DOCKERFILE) && !path.getParent().endsWith(SOURCE_FOLDER.resolve("docker"));
    }

    private static Path marked(Path mark) {
        return mark.endsWith(SOURCE_FOLDER) ? mark.getParent().getParent() : mark.getParent();
    }

    private BuildModule module(Path root, Path module) {
        Set<String> called = new LinkedHashSet<>();
        called.add(String.valueOf(root.getFileName()));
        root.relativize(module).forEach(part -> called.add(part.toString()));
        Path output = module.resolve(FILTERED);
        List<ConfigFile> filtered = files(output);
        List<ConfigFile> files = filtered.isEmpty() ? files(module.resolve(SOURCES)) : filtered;
        return new BuildModule(
                names.of(module),
                called,
                withBaked(module, files),
                classes(output, false),
                Optional.of(new BuildModule.Folders(module, output)),
                Optional.empty());
    }

    /** What goes into the image beside the application: variables of its Dockerfile, configuration of a web server. */
    private List<ConfigFile> withBaked(Path module, List<ConfigFile> files) {
        List<ConfigFile> all = new ArrayList<>(files);
        for (String folder : BAKED) {
            all.addAll(files(module.resolve(folder), name -> name.endsWith(SERVER)));
            files(module.resolve(folder), name -> name.startsWith(DOCKERFILE))
                    .forEach(dockerfile -> all.add(DockerfileText.variables(dockerfile)));
        }
        return all;
    }

    private List<ClassTexts> classes(Path folder, boolean shared) {
        if (!names.disk().isFolder(folder)) {
            return List.of();
        }
        List<ClassTexts> texts = new ArrayList<>();
        try {
            for (Path file : names.disk().files(folder)) {
                if (file.toString().endsWith(".class") && names.disk().size(file) <= limits.fileSize()) {
                    String path = names.of(file);
                    byte[] bytes = names.disk().read(file);
                    (shared ? ClassFile.readNaming(path, bytes) : ClassFile.read(path, bytes)).ifPresent(texts::add);
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
            files.addAll(files(resources.resolve(folder), ModuleReader::isConfiguration));
        }
        return files;
    }

    private List<ConfigFile> files(Path folder, Predicate<String> wanted) {
        if (!names.disk().isFolder(folder)) {
            return List.of();
        }
        try {
            return names.disk().filesIn(folder).stream()
                    .filter(entry -> wanted.test(entry.path().getFileName().toString()))
                    .filter(names.disk()::isFile)
                    .map(entry -> read(entry.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isConfiguration(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return PREFIXES.stream().anyMatch(name::startsWith) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** Property files were in Latin-1 for twenty years; what is no UTF-8 is taken for that. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private ConfigFile read(Path file) {
        try {
            String path = names.of(file);
            return new ConfigFile(
                    file.getFileName().toString(), path, text(names.disk().read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
