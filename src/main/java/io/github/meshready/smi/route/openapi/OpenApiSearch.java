package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.BuildModule.Folders;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.ServedRoutes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the document of a module where nobody named it. What tools made of its code counts first, then what the program publishes; any
 * other document may belong to a service that the module calls, so it is only pointed out. Several that differ are a problem: together
 * they may be too much, and one of them too little.
 */
public final class OpenApiSearch {

    private final FileNames names;
    private final Limits limits;
    private final Path project;
    private final String parameter;

    /**
     * @param project the project's folder
     * @param parameter what names a module's documents, for messages
     */
    public OpenApiSearch(FileNames names, Limits limits, Path project, String parameter) {
        this.names = names;
        this.limits = limits;
        this.project = project;
        this.parameter = parameter;
    }

    /**
     * Looks through a module. Where it has no document, nothing is read.
     *
     * @param configuration its configuration by key, as far as it is known
     */
    public DocumentedRoutes find(BuildModule module, Function<String, Optional<String>> configuration) {
        return module.folders()
                .map(folders -> find(folders, new DocumentPlaces(folders, configuration, names.disk())))
                .orElse(DocumentedRoutes.NONE);
    }

    private DocumentedRoutes find(Folders folders, DocumentPlaces places) {
        List<Path> found = places.generated();
        if (found.isEmpty()) {
            found = places.published();
        }
        if (found.isEmpty()) {
            return new DocumentedRoutes(Optional.empty(), List.of(), pointedOut(places));
        }
        OpenApiReader reader = new OpenApiReader(names, limits, List.of(project, folders.base()));
        return agreed(found, found.stream().map(reader::readFound).toList());
    }

    /** The first of several documents, if the others say the same. */
    private DocumentedRoutes agreed(List<Path> files, List<DocumentedRoutes> read) {
        List<InputProblem> problems = new ArrayList<>(
                read.stream().flatMap(each -> each.problems().stream()).toList());
        long different = read.stream()
                .flatMap(each -> each.routes().stream())
                .map(OpenApiSearch::told)
                .distinct()
                .count();
        if (different > 1) {
            problems.add(new InputProblem(
                    names.of(files.get(0)),
                    "the module has more than one OpenAPI document, and they differ: "
                            + files.stream().map(names::of).collect(Collectors.joining(", "))
                            + "; which routes it serves is not known",
                    "name those that count in " + parameter + ", or remove the others"));
        }
        return problems.isEmpty()
                ? read.get(0)
                : new DocumentedRoutes(Optional.empty(), problems, read.get(0).remarks());
    }

    /** A route without its place, and without the name that people give it. */
    private record Told(Set<String> methods, String path) {}

    private static Set<Told> told(ServedRoutes routes) {
        return routes.routes().stream()
                .map((HttpRoute route) -> new Told(route.methods(), route.path().text()))
                .collect(Collectors.toSet());
    }

    private List<InputProblem> pointedOut(DocumentPlaces places) {
        List<InputProblem> remarks = new ArrayList<>();
        places.partial()
                .forEach(file -> remarks.add(new InputProblem(
                        names.of(file),
                        "annotations of the code add routes to this OpenAPI document, so it was not taken for all that is served",
                        "name it in " + parameter + " if it is complete, or set mp.openapi.scan.disable=true")));
        places.unproven()
                .forEach(file -> remarks.add(new InputProblem(
                        names.of(file),
                        "this OpenAPI document may describe a service that the module calls, so its routes were not taken for the module's",
                        "name it in " + parameter + " if it describes the module")));
        return remarks;
    }
}
