package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
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
}
