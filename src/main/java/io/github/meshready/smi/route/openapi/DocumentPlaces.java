package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.Disk;
import io.github.meshready.smi.module.BuildModule.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where documents lie in a module, by what that says about them.
 *
 * <p>Tools that write the document of the module itself: smallrye-open-api-maven-plugin ({@code generated/openapi.*}, GenerateSchemaMojo),
 * springdoc-openapi-maven-plugin ({@code openapi.json}, SpringDocMojo), swagger-maven-plugin of openapi-tools ({@code swagger.*},
 * GenerateMojo) and of swagger-core ({@code openapi.*}, in a folder without a default, SwaggerMojo), openapi-maven-plugin
 * ({@code spec-open-api.yml}, ApiConfiguration), Quarkus ({@code quarkus.smallrye-openapi.store-schema-directory}, from the module's
 * folder), Micronaut ({@code META-INF/swagger} among the classes).
 *
 * <p>Documents that the program itself publishes: static resources of Spring and Quarkus, and {@code META-INF/openapi.*} (MicroProfile
 * OpenAPI 4.0, 5.2). The last is only a part of what is served, to which annotations add, unless {@code mp.openapi.scan.disable} is set.
 *
 * <p>Other documents among the sources may just as well describe a service that the module calls: openapi-generator makes clients and
 * servers of files in the same places.
 */
final class DocumentPlaces {

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final String OPENAPI = "openapi";
    private static final String SWAGGER = "swagger";
    private static final String META_INF = "META-INF";

    private static final List<String> MADE = List.of(
            "generated/openapi",
            "openapi",
            "swagger",
            "spec-open-api",
            "openapi/openapi",
            "swagger/openapi",
            "swagger/swagger");

    private static final List<String> PUBLISHED = List.of("static", "public", "META-INF/resources");

    private final Folders folders;
    private final Function<String, Optional<String>> configuration;
    private final Disk disk;

    /** @param configuration the module's configuration by key, as far as it is known */
    DocumentPlaces(Folders folders, Function<String, Optional<String>> configuration, Disk disk) {
        this.folders = folders;
        this.configuration = configuration;
        this.disk = disk;
    }

    /** Documents that tools made of the module's code. */
    List<Path> generated() {
        List<Path> found = new ArrayList<>(stored());
        MADE.forEach(stem -> found.addAll(files(folders.build(), stem)));
        found.addAll(folder(folders.output().resolve(META_INF).resolve(SWAGGER)));
        return found.stream().distinct().toList();
    }

    private List<Path> stored() {
        Optional<String> directory = configuration.apply("quarkus.smallrye-openapi.store-schema-directory");
        if (directory.isEmpty()) {
            return List.of();
        }
        String name = configuration
                .apply("quarkus.smallrye-openapi.store-schema-file-name")
                .orElse(OPENAPI);
        try {
            return files(folders.base().resolve(directory.get()).normalize(), name);
        } catch (InvalidPathException e) {
            return List.of(); // with a placeholder, for example: Quarkus has its own words for that
        }
    }

    /** Documents that the program publishes: those that the build has copied, else those in the sources. */
    List<Path> published() {
        List<Path> copied = published(folders.output());
        return copied.isEmpty() ? published(folders.resources()) : copied;
    }

    private List<Path> published(Path resources) {
        List<Path> found = new ArrayList<>();
        if (isComplete()) {
            found.addAll(files(resources.resolve(META_INF), OPENAPI));
        }
        for (String folder : PUBLISHED) {
            found.addAll(files(resources.resolve(folder), OPENAPI));
            found.addAll(files(resources.resolve(folder), SWAGGER));
        }
        return found;
    }

    /** Documents that tell only a part of what is served, because annotations add to it. */
    List<Path> partial() {
        return isComplete() ? List.of() : files(folders.resources().resolve(META_INF), OPENAPI);
    }

    private boolean isComplete() {
        return configuration
                .apply("mp.openapi.scan.disable")
                .filter("true"::equals)
                .isPresent();
    }

    /** Documents that may describe this module, or one that it calls. */
    List<Path> unproven() {
        Path resources = folders.resources();
        List<Path> found = new ArrayList<>(files(resources, OPENAPI));
        found.addAll(files(resources, SWAGGER));
        found.addAll(folder(resources.resolveSibling(OPENAPI)));
        return found;
    }

    private List<Path> files(Path folder, String stem) {
        return ENDINGS.stream()
                .map(ending -> folder.resolve(stem + ending))
                .filter(disk::isFile)
                .toList();
    }

    /** All documents in a folder, by name. */
    private List<Path> folder(Path folder) {
        if (!disk.isFolder(folder)) {
            return List.of();
        }
        try {
            return disk.filesIn(folder).stream()
                    .filter(entry -> ENDINGS.stream().anyMatch(entry.path().toString()::endsWith))
                    .filter(disk::isFile)
                    .map(Disk.Entry::path)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
