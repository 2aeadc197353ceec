package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.RouteBook.Use;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteText;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the {@code <routes>} of declared calls: routes, or names of routes that the Service serves. */
final class DeclaredUses {

    private static final String SOURCE = "declared";

    private final Application application;
    private final Map<Workload, ServedRoutes> served;

    DeclaredUses(Application application, Map<Workload, ServedRoutes> served) {
        this.application = application;
        this.served = served;
    }

    /**
     * Reads them.
     *
     * @throws InputException if one is no route, or a name that no route of the Service has
     */
    Map<Use, UsedRoutes> read(List<DeclaredCall> calls) {
        Map<Use, UsedRoutes> used = new LinkedHashMap<>();
        for (DeclaredCall call : calls) {
            if (!call.routes().isEmpty()) {
                NamedObjects named = new NamedObjects(application, "<call> " + call);
                Service service = named.service(call.to(), "<to>" + Printable.text(call.to()) + "</to>");
                Workload source = named.workload(call.from(), "<from>" + Printable.text(call.from()) + "</from>");
                List<HttpRoute> routes = new ArrayList<>();
                call.routes().forEach(text -> routes.addAll(routes(call, service, text)));
                used.merge(new Use(source, service), new UsedRoutes(SOURCE, routes), UsedRoutes::and);
            }
        }
        return used;
    }

    private List<HttpRoute> routes(DeclaredCall call, Service service, String text) {
        if (RouteText.isOne(text)) {
            return List.of(RouteText.read(text));
        }
        List<HttpRoute> known = application.selectedBy(service).stream()
                .map(workload -> Optional.ofNullable(served.get(workload)))
                .flatMap(Optional::stream)
                .flatMap(routes -> routes.routes().stream())
                .toList();
        List<HttpRoute> found =
                known.stream().filter(route -> route.name().equals(text)).toList();
        if (found.isEmpty()) {
            String names = known.stream()
                    .map(HttpRoute::name)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .sorted()
                    .limit(10)
                    .collect(Collectors.joining(", "));
            throw new InputException(new InputProblem(
                    "<call> " + call,
                    "the <route> " + Printable.text(text)
                            + " is neither methods and path nor the name of a route of Service " + service.name(),
                    names.isEmpty() ? "write it as GET /books/{id}" : "use one of: " + names));
        }
        return found;
    }
}
