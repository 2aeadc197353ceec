package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.List;
import java.util.Optional;

/**
 * What OpenAPI documents tell of a program.
 *
 * @param routes the routes; empty if there is no document, or if it cannot be used
 * @param problems why a document cannot be used; then there are no routes, because some of them would be missing
 * @param remarks what was read otherwise than it is written, or left out on purpose
 */
public record DocumentedRoutes(Optional<ServedRoutes> routes, List<InputProblem> problems, List<InputProblem> remarks) {

    static final DocumentedRoutes NONE = new DocumentedRoutes(Optional.empty(), List.of(), List.of());

    public DocumentedRoutes {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }
}
