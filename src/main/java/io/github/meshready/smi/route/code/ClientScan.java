package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks each framework's reader which clients a module declares, and those of other modules that its code names. */
final class ClientScan {

    private final VisibleClasses classes;
    private final List<Client> clients;
    private final GrpcClients grpc;

    ClientScan(VisibleClasses classes, Configuration configuration, GrpcCatalogue catalogue) {
        this.classes = classes;
        this.grpc = new GrpcClients(classes, catalogue);
        this.clients = List.of(
                new FeignClients(classes, configuration),
                new MicroProfileClients(classes, configuration),
                new HttpExchangeClients(classes, configuration),
                new MicronautClients(classes, configuration),
                new RetrofitClients());
    }

    /** The clients, by their names. */
    List<ClientRoutes> clients() {
        List<ClientRoutes> found = new ArrayList<>(classes.inUse()
                .flatMap(type ->
                        clients.stream().map(client -> client.read(type)).flatMap(Optional::stream))
                .toList());
        found.addAll(grpc.clients());
        found.sort(Comparator.comparing(ClientRoutes::client).thenComparing(ClientRoutes::target));
        return found;
    }
}
