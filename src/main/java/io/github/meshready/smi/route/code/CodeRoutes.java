package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.RouteSource;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.List;

/**
 * What the classes of a module tell of routes.
 *
 * @param served what it serves
 * @param clients what each of its declared clients uses, by the names of the clients
 */
public record CodeRoutes(ServedRoutes served, List<ClientRoutes> clients) {

    public CodeRoutes {
        clients = List.copyOf(clients);
    }

    /** The same, with this as the source of every route. */
    CodeRoutes from(RouteSource source) {
        return new CodeRoutes(
                new ServedRoutes(
                        served.source(),
                        served.routes().stream()
                                .map(route -> route.from(source))
                                .toList(),
                        served.uncovered()),
                clients.stream().map(client -> client.from(source)).toList());
    }
}
