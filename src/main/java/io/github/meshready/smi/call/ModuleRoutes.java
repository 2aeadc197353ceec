package io.github.meshready.smi.call;

import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.RelaxedName;
import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.route.code.CodeRoutes;
import io.github.meshready.smi.route.openapi.DocumentedRoutes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of a module as one container runs it. */
final class ModuleRoutes {

    private final BuildModule module;
    private final Map<String, String> configuration;
    private final DocumentedRoutes documented;
    private final CodeRoutes code;

    ModuleRoutes(ParsedModule parsed, RouteInputs inputs, Environment environment) {
        this.module = parsed.module();
        this.configuration = configuration(parsed, environment);
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

    BuildModule module() {
        return module;
    }

    /** What it serves; empty if nothing tells. */
    Optional<ServedRoutes> served() {
        return documented
                .routes()
                .map(document -> new DocumentedProgram(document, code.served(), configuration).served())
                .or(() -> Optional.of(code.served())
                        .filter(found -> !found.routes().isEmpty()));
    }

    /** The declared clients in its code. */
    List<ClientRoutes> clients() {
        return code.clients();
    }

    /** What was noticed on the way, in words. */
    List<String> notes() {
        String instead = served().map(routes -> "; its routes are taken from " + routes.source())
                .orElse("; its routes are not known");
        List<String> notes = new ArrayList<>();
        documented
                .problems()
                .forEach(problem -> notes.add("An OpenAPI document of module " + module.name() + " was not used"
                        + instead + ": " + words(problem)));
        documented.remarks().forEach(remark -> notes.add(words(remark)));
        return notes;
    }

    private static String words(InputProblem problem) {
        return problem.place() + ": " + problem.message() + "; " + problem.fix();
    }
}
