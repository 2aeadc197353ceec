package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.RoutePlace;
import io.github.meshready.smi.route.RouteSource;
import io.github.meshready.smi.route.RouteTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the routes of one document. */
final class DocumentReader {

    /** More than the largest documents that people publish have. */
    private static final int MAX_ROUTES = 50_000;

    private final References references;
    private final Servers servers;
    private final Notes notes;
    private final RouteSource source;
    private final List<HttpRoute> routes = new ArrayList<>();
    private final Map<String, Part> known = new HashMap<>();

    /** @param source the document; what it refers to may stand in others */
    DocumentReader(DocumentFiles files, Notes notes, RouteSource source) {
        this.references = new References(files);
        this.servers = new Servers(references, notes);
        this.notes = notes;
        this.source = source;
    }

    /**
     * The routes in the order of the document. What is wrong with one path is noted, and the others are looked at.
     *
     * @throws InputException if the document as a whole is no use
     */
    List<HttpRoute> read(OpenApiFile file) {
        Part root = file.root();
        Dialect dialect = Dialect.of(root);
        Set<String> prefixes = servers.ofDocument(root, dialect);
        Part paths = root.get("paths").orElseThrow(() -> withoutPaths(root));
        for (Part part : references.chain(paths)) {
            part.fields().forEach((key, item) -> {
                if (!key.startsWith("x-") && !key.equals(References.REF)) {
                    path(key, item, dialect, prefixes);
                }
            });
        }
        if (routes.isEmpty() && notes.problems().isEmpty()) {
            throw withoutPaths(paths);
        }
        return routes;
    }

    /** Nobody writes a document of nothing: it is one to which annotations add, or only of components. */
    private static InputException withoutPaths(Part part) {
        return part.refused(
                "the document has no path with a method, so it does not tell what is served",
                "add paths, or name another document");
    }

    private void path(String written, Part part, Dialect dialect, Set<String> prefixes) {
        PathKey key = PathKey.of(written);
        key.remark()
                .ifPresent(remark -> notes.remark(part.problem(
                        Printable.text(written) + ": " + remark + "; taken to be " + Printable.text(key.path()),
                        "write the path as it is served, and describe queries below parameters")));
        try {
            new PathItem(dialect, references, servers, notes)
                    .operations(part, prefixes)
                    .values()
                    .forEach(operation -> add(key, operation));
        } catch (InputException e) {
            notes.problems(e);
        }
    }

    private void add(PathKey key, Operation operation) {
        for (String prefix : operation.prefixes()) {
            Part before = known.putIfAbsent(operation.method() + " " + prefix + key.shape(), operation.part());
            if (before != null) {
                notes.remark(same(key, operation, before));
            } else if (routes.size() >= MAX_ROUTES) {
                throw operation.part().refused("there are more than " + MAX_ROUTES + " routes", "split the document");
            } else {
                routes.add(new HttpRoute(
                        operation.name(),
                        Set.of(operation.method()),
                        RouteTemplate.of(prefix + key.path(), PathSyntax.OPENAPI),
                        Map.of(),
                        new RoutePlace(operation.part().place(), source)));
            }
        }
    }

    private static InputProblem same(PathKey key, Operation operation, Part before) {
        return operation
                .part()
                .problem(
                        Printable.text(operation.method() + " " + key.path())
                                + " is to every router the same as what stands at " + before.place()
                                + "; both are taken for one route, called as that one is",
                        "join the two operations, or tell their paths apart");
    }
}
