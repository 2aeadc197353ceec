package io.github.meshready.smi.call;

import io.github.meshready.smi.call.RouteBook.Use;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.RelaxedName;
import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.route.code.CodeRoutes;
import io.github.meshready.smi.route.openapi.DocumentedRoutes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The routes of a module as one container runs it. */
final class ModuleRoutes {

    private final BuildModule module;
    private final DocumentedRoutes documented;
    private final CodeRoutes code;

    ModuleRoutes(ParsedModule parsed, RouteInputs inputs, Environment environment) {
        this.module = parsed.module();
        Map<String, String> configuration = configuration(parsed, environment);
        this.documented = inputs.documents(module, configuration);
        this.code = inputs.code(module, configuration);
    }

    /** The values of the module's configuration by key; of a variable of the same meaning its value is taken. */
    private static Map<String, String> configuration(ParsedModule module, Environment environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        environment.values().forEach((name, value) -> variables.put(RelaxedName.of(name), value));
        Map<String, String> values = new LinkedHashMap<>();
        new ModuleConfig(module, environment)
                .values()
                .forEach((key, value) -> values.put(
                        key,
                        Optional.ofNullable(variables.remove(RelaxedName.of(key)))
                                .orElseGet(() -> environment.expanded(value.value()))));
        environment.values().forEach((name, value) -> {
            if (variables.containsKey(RelaxedName.of(name))) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** What it serves; empty if nothing tells. */
    Optional<ServedRoutes> served() {
        return documented
                .routes()
                .or(() -> Optional.of(code.served())
                        .filter(found -> !found.routes().isEmpty()));
    }

    /** What was noticed on the way, in words. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        documented.problems().forEach(problem -> notes.add(problem.toString()));
        documented.remarks().forEach(remark -> notes.add(remark.toString()));
        return notes;
    }

    /** What calls of its workload use, where declared clients make them and nothing else does. */
    Map<Use, UsedRoutes> used(List<Call> calls) {
        List<ClientEvidence> clients =
                code.clients().stream().map(ClientEvidence::new).toList();
        Map<Use, List<Call>> uses =
                calls.stream().collect(Collectors.groupingBy(call -> new Use(call.source(), call.service())));
        Map<Use, UsedRoutes> used = new LinkedHashMap<>();
        uses.forEach((use, ofUse) -> {
            List<Evidence> evidence =
                    ofUse.stream().flatMap(call -> call.evidence().stream()).toList();
            List<ClientEvidence> own = clients.stream()
                    .filter(client -> evidence.stream().anyMatch(client::explains))
                    .toList();
            boolean all = evidence.stream().allMatch(piece -> own.stream().anyMatch(client -> client.explains(piece)));
            if (all && own.stream().allMatch(this::isAllThatItDoes)) {
                used.put(use, routes(own));
            }
        });
        return used;
    }

    private boolean isAllThatItDoes(ClientEvidence client) {
        return client.client().unclear().isEmpty()
                && !client.client().routes().isEmpty()
                && module.classes().stream().noneMatch(client::isReadBy);
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
