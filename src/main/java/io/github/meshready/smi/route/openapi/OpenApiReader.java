package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSource;
import io.github.meshready.smi.route.ServedRoutes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads routes from OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 documents, in YAML or JSON. Headers that a document requires are no part of
 * its routes: who calls sets them as they like, so they keep nobody out. Callbacks and webhooks are requests that the program makes.
 */
public final class OpenApiReader {

    private final FileNames names;
    private final Limits limits;
    private final List<Path> roots;

    /**
     * @param names how files are named in messages
     * @param limits how much to read at most
     * @param roots the folders below which references may lead: the project's and the module's
     */
    public OpenApiReader(FileNames names, Limits limits, List<Path> roots) {
        this.names = names;
        this.limits = limits;
        this.roots = List.copyOf(roots);
    }

    /**
     * Reads documents that somebody named: together they tell what a program serves. References in them may also lead to other files in
     * their own folders.
     *
     * @return routes, or the problems with any of the documents
     */
    public DocumentedRoutes readNamed(List<Path> documents) {
        List<Path> open = Stream.concat(
                        roots.stream(),
                        documents.stream()
                                .map(each -> each.toAbsolutePath().normalize().getParent())
                                .filter(Objects::nonNull))
                .toList();
        return read(documents, open);
    }

    /** Reads a document that lies where tools write them. */
    DocumentedRoutes readFound(Path document) {
        return read(List.of(document), roots);
    }

    private DocumentedRoutes read(List<Path> documents, List<Path> open) {
        Notes notes = new Notes();
        List<HttpRoute> routes = new ArrayList<>();
        for (Path document : documents) {
            DocumentFiles files = new DocumentFiles(names, limits, open);
            RouteSource source = new RouteSource(RouteSource.Kind.OPENAPI, names.of(document));
            try {
                routes.addAll(new DocumentReader(files, notes, source).read(files.open(document)));
            } catch (InputException e) {
                notes.problems(e);
            }
        }
        boolean usable = !documents.isEmpty() && notes.problems().isEmpty();
        return new DocumentedRoutes(
                usable ? Optional.of(new ServedRoutes(source(documents), routes, List.of())) : Optional.empty(),
                notes.problems(),
                notes.remarks());
    }

    private String source(List<Path> documents) {
        return documents.stream()
                .map(names::of)
                .collect(Collectors.joining(
                        ", ", documents.size() == 1 ? "OpenAPI document " : "OpenAPI documents ", ""));
    }
}
