package io.github.meshready.smi.call;

import io.github.meshready.smi.call.RouteBook.Use;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.module.ClassTexts;
import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.HttpRoute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the declared clients in the programs of one workload tell of its calls. */
final class ClientUses {

    private final List<ClientEvidence> clients;
    private final Supplier<List<ClassTexts>> code;

    /**
     * What clients use of a Service.
     *
     * @param routes the routes
     * @param all whether nothing else in the workload calls that Service
     */
    record Found(UsedRoutes routes, boolean all) {}

    /**
     * @param programs what runs in the workload's containers
     * @param code all classes that may run there, asked for only where there are clients
     */
    ClientUses(List<Program> programs, Supplier<List<ClassTexts>> code) {
        this.clients = programs.stream()
                .flatMap(program -> program.modules().stream()
                        .flatMap(module -> module.clients().stream())
                        .map(client -> new ClientEvidence(client, program.container())))
                .toList();
        this.code = code;
    }

    /** The routes that clients use, of calls that are there because of clients. */
    Map<Use, Found> of(List<Call> calls) {
        Map<Use, List<Evidence>> uses = new LinkedHashMap<>();
        calls.forEach(call -> uses.merge(
                new Use(call.source(), call.service()), call.evidence(), (one, other) -> joined(one, other)));
        Map<Use, Found> found = new LinkedHashMap<>();
        uses.forEach((use, evidence) -> {
            List<ClientEvidence> own = clients.stream()
                    .filter(client -> evidence.stream().anyMatch(client::explains))
                    .toList();
            if (!own.isEmpty()) {
                boolean explained =
                        evidence.stream().allMatch(piece -> own.stream().anyMatch(client -> client.explains(piece)));
                boolean all = explained && own.stream().allMatch(client -> isAllThatItDoes(client, own));
                found.put(use, new Found(routes(own), all));
            }
        });
        return found;
    }

    private static List<Evidence> joined(List<Evidence> one, List<Evidence> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Whether the routes of a client are all that is sent to its target, beside those of the others. */
    private boolean isAllThatItDoes(ClientEvidence client, List<ClientEvidence> own) {
        return client.client().unclear().isEmpty()
                && !client.client().routes().isEmpty()
                && code.get().stream()
                        .filter(texts -> own.stream().noneMatch(each -> each.isOwn(texts.path())))
                        .noneMatch(client::isReadBy);
    }

    private static UsedRoutes routes(List<ClientEvidence> clients) {
        List<HttpRoute> routes = clients.stream()
                .flatMap(client -> client.client().routes().stream())
                .toList();
        String names = clients.stream()
                .map(ClientEvidence::client)
                .map(ClientRoutes::client)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new UsedRoutes("client " + names, routes);
    }
}
