package io.github.meshready.smi.call;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.route.code.CodeRoutes;
import io.github.meshready.smi.route.code.RouteScan;
import io.github.meshready.smi.route.openapi.DocumentedRoutes;
import io.github.meshready.smi.route.openapi.OpenApiReader;
import io.github.meshready.smi.route.openapi.OpenApiSearch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the routes of an application are read from. */
public final class RouteInputs {

    /** Nothing is known of routes. */
    public static final RouteInputs NONE = new RouteInputs(
            RouteSources.NONE, List.of(), List.of(), new FileNames(Path.of("")), Limits.DEFAULT, Path.of(""));

    private final RouteSources sources;
    private final List<DeclaredRoutes> declared;
    private final OpenApiReader reader;
    private final OpenApiSearch search;
    private final RouteScan scan;

    /**
     * @param declared the routes of Services as the build's configuration tells them
     * @param modules the modules of the build
     * @param names how files are named
     * @param project the project's folder, which references in documents may not leave
     */
    public RouteInputs(
            RouteSources sources,
            List<DeclaredRoutes> declared,
            List<BuildModule> modules,
            FileNames names,
            Limits limits,
            Path project) {
        this.sources = sources;
        this.declared = List.copyOf(declared);
        this.reader = new OpenApiReader(names, limits, List.of(project));
        this.search = new OpenApiSearch(names, limits, project, "<openapi> in <routes>");
        this.scan = new RouteScan(names, limits, modules);
    }

    RouteSources sources() {
        return sources;
    }

    List<DeclaredRoutes> declared() {
        return declared;
    }

    /**
     * What the build's configuration tells of one Service.
     *
     * @throws InputException if a document that it names cannot be read
     */
    ServedRoutes read(DeclaredRoutes routes) {
        if (routes.document().isEmpty()) {
            return new ServedRoutes("<routes>", routes.routes(), List.of());
        }
        DocumentedRoutes documented = reader.readNamed(List.of(routes.document().get()));
        ServedRoutes found = documented.routes().orElseThrow(() -> new InputException(documented.problems()));
        List<HttpRoute> all = new ArrayList<>(found.routes());
        all.removeIf(route -> routes.routes().stream().anyMatch(other -> isSame(route, other)));
        routes.routes().forEach(route -> all.add(named(route, found.routes())));
        return new ServedRoutes(found.source(), all, found.uncovered());
    }

    /** A route keeps the name that the document gives it. */
    private static HttpRoute named(HttpRoute route, List<HttpRoute> documented) {
        return documented.stream()
                .filter(other -> route.name().isEmpty() && isSame(other, route))
                .findFirst()
                .map(other ->
                        new HttpRoute(other.name(), route.methods(), route.path(), route.headers(), route.place()))
                .orElse(route);
    }

    /** One route of the configuration takes the place of what the document says of the same. */
    private static boolean isSame(HttpRoute route, HttpRoute other) {
        return route.path().text().equals(other.path().text())
                && (other.methods().isEmpty() || other.methods().containsAll(route.methods()));
    }

    DocumentedRoutes documents(BuildModule module, Map<String, String> configuration) {
        return search.find(module, key -> Optional.ofNullable(configuration.get(key)));
    }

    CodeRoutes code(BuildModule module, Map<String, String> configuration) {
        return scan.of(module, configuration);
    }
}
