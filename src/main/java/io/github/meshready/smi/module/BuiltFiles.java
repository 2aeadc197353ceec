package io.github.meshready.smi.module;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The files of a module that are read only when somebody asks: its classes, and what says which routes it has. */
public final class BuiltFiles {

    private static final String CLASS = ".class";
    private static final List<String> PROTO_FOLDERS = List.of("src/main/proto", "src/main/protobuf");

    /** Where the protobuf plugins for Maven and Quarkus put descriptor sets, below the folder of what is built. */
    private static final List<String> DESCRIPTOR_FOLDERS =
            List.of("generated-resources/protobuf/descriptor-sets", "generated-sources/grpc");

    private static final List<String> DESCRIPTORS = List.of(".protobin", ".desc", ".dsc", ".protoset");

    /** What Spring Boot, Quarkus, Servlet containers and Micronaut's usual configuration serve as it is. */
    private static final List<String> STATIC = List.of("META-INF/resources", "static", "public", "resources");

    private static final String WEB_APPLICATION = "src/main/webapp";

    private final FileNames names;
    private final Limits limits;
    private final Optional<Folders> folders;

    /** @param module the module, of which nothing is read where nobody knows where it lies */
    public BuiltFiles(FileNames names, Limits limits, BuildModule module) {
        this.names = names;
        this.limits = limits;
        this.folders = module.folders();
    }

    /**
     * Reads the classes in the order of their paths.
     *
     * @param file is given the path as people know it, and the bytes
     * @param unread is given the path of what is beyond the limits, and why it was not read
     */
    public void classes(BiConsumer<String, byte[]> file, BiConsumer<String, String> unread) {
        folders.ifPresent(each -> read(found(each.output(), BuiltFiles::isClass), file, unread));
    }

    /** Reads the {@code .proto} files. */
    public void protos(BiConsumer<String, byte[]> file, BiConsumer<String, String> unread) {
        for (String each : PROTO_FOLDERS) {
            folders.ifPresent(in ->
                    read(found(in.base().resolve(each), path -> path.toString().endsWith(".proto")), file, unread));
        }
    }

    /** Reads what may be sets of descriptors, as {@code protoc --descriptor_set_out} writes them. */
    public void descriptorSets(BiConsumer<String, byte[]> file, BiConsumer<String, String> unread) {
        List<Path> found = new ArrayList<>();
        folders.ifPresent(in -> {
            found.addAll(found(in.output(), BuiltFiles::isDescriptorSet));
            DESCRIPTOR_FOLDERS.forEach(
                    each -> found.addAll(found(in.build().resolve(each), BuiltFiles::isDescriptorSet)));
        });
        read(found, file, unread);
    }

    /** The folders whose files the module serves as they are, as people know them. */
    public List<String> staticFolders() {
        return STATIC.stream()
                .flatMap(each -> folders.map(in -> in.output().resolve(each)).stream())
                .filter(in -> !found(in, path -> !isClass(path)).isEmpty())
                .map(names::of)
                .toList();
    }

    /** The folder of a web application in the tradition of servlets, as people know it, where there is one. */
    public Optional<String> webApplication() {
        return folders.map(in -> in.base().resolve(WEB_APPLICATION))
                .filter(names.disk()::isFolder)
                .map(names::of);
    }

    /** Not those for other versions of Java, which repeat a class, nor what holds only annotations of a package. */
    private static boolean isClass(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(CLASS) && !name.equals("module-info.class") && !name.equals("package-info.class");
    }

    private static boolean isDescriptorSet(Path path) {
        return DESCRIPTORS.stream().anyMatch(path.toString()::endsWith);
    }

    private List<Path> found(Path folder, Predicate<Path> wanted) {
        if (!names.disk().isFolder(folder)) {
            return List.of();
        }
        Path versions = folder.resolve("META-INF").resolve("versions");
        try {
            return names.disk().files(folder).stream()
                    .filter(wanted)
                    .filter(file -> !file.startsWith(versions))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<Path> files, BiConsumer<String, byte[]> file, BiConsumer<String, String> unread) {
        try {
            int number = 0;
            for (Path path : files) {
                if (++number > limits.files()) {
                    unread.accept(names.of(path), "file " + number + " and those behind it are above the limit");
                    return;
                }
                if (names.disk().size(path) > limits.fileSize()) {
                    unread.accept(names.of(path), "larger than " + limits.fileSize() + " bytes");
                } else {
                    file.accept(names.of(path), names.disk().read(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
