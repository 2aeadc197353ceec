package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Argument;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.module.RelaxedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Known clients of the Kubernetes API among what the workloads run: kubectl, the clients for Java, and what frameworks build on
 * them. Init containers call before the sidecar starts, so they do not count.
 */
final class ApiClients {

    /** Where every cluster has its API. */
    static final ObjectName SERVICE = new ObjectName("default", "kubernetes");

    private static final String HOST = "kubernetes.default";
    private static final String KUBECTL = "kubectl";
    private static final Set<String> VARIABLES = Set.of("KUBECONFIG", "KUBERNETES_MASTER");

    /** Where the frameworks' clients are configured (Spring Cloud Kubernetes; Quarkus, kubernetes-client and kubernetes-config). */
    private static final List<String> KEYS =
            List.of("spring.cloud.kubernetes.", "quarkus.kubernetes-client.", "quarkus.kubernetes-config.");

    private static final List<String> RELAXED_KEYS =
            KEYS.stream().map(RelaxedName::of).toList();

    private final Application application;
    private final List<ParsedModule> modules;
    private final LibraryClasses libraries;

    ApiClients(Application application, List<ParsedModule> modules, LibraryClasses libraries) {
        this.application = application;
        this.modules = modules;
        this.libraries = libraries;
    }

    /** The workloads that run a client, each with what tells it, in words. */
    Map<Workload, String> find() {
        Map<Workload, String> found = new LinkedHashMap<>();
        for (Workload workload : application.workloads()) {
            workload.pod().containers().stream()
                    .filter(container -> !container.init())
                    .flatMap(container -> client(workload, container).stream())
                    .findFirst()
                    .ifPresent(client -> found.put(workload, client));
        }
        return found;
    }

    private Optional<String> client(Workload workload, Container container) {
        Environment environment = new Environment(application, workload, container);
        return inCommand(container)
                .or(() -> inEnvironment(environment))
                .or(() -> inModules(CalledNames.of(workload, container)));
    }

    private static Optional<String> inCommand(Container container) {
        boolean run = container.arguments().stream()
                .map(Argument::value)
                .filter(text -> text.contains(KUBECTL))
                .flatMap(text -> Stream.of(text.split("[\\s;&|()`]+")))
                .anyMatch(word -> word.substring(word.lastIndexOf('/') + 1).equals(KUBECTL));
        return run || CalledNames.ofImage(container.image()).equals(KUBECTL)
                ? Optional.of("it runs " + KUBECTL)
                : Optional.empty();
    }

    private static Optional<String> inEnvironment(Environment environment) {
        Map<String, String> values = environment.values();
        return values.keySet().stream()
                .sorted()
                .filter(name -> VARIABLES.contains(name)
                        || values.get(name).contains(HOST)
                        || isRelaxedKey(name) && !isOff(name, values.get(name)))
                .findFirst()
                .map(name -> "env " + name);
    }

    private static boolean isRelaxedKey(String name) {
        String relaxed = RelaxedName.of(name);
        return RELAXED_KEYS.stream().anyMatch(relaxed::startsWith);
    }

    private Optional<String> inModules(Set<String> called) {
        return modules.stream()
                .filter(module -> module.names().stream().anyMatch(called::contains))
                .flatMap(module -> Stream.of(inConfiguration(module), inClasses(module), inLibraries(module))
                        .flatMap(each -> each))
                .findFirst();
    }

    private static Stream<String> inConfiguration(ParsedModule module) {
        return module.layers().stream()
                .flatMap(file -> file.documents().stream()
                        .flatMap(document -> document.keySet().stream()
                                .sorted()
                                .filter(key -> KEYS.stream().anyMatch(key::startsWith))
                                .filter(key -> !isOff(key, document.get(key))))
                        .map(key -> key + " in " + file.file().path()));
    }

    private static Stream<String> inClasses(ParsedModule module) {
        return module.classes().stream()
                .flatMap(texts -> texts.kubernetesClient().stream().map(client -> client + " in " + texts.path()));
    }

    private Stream<String> inLibraries(ParsedModule module) {
        return libraries.of(module).stream()
                .flatMap(used ->
                        used.texts().kubernetesClient().stream().map(client -> client + " in " + used.described()));
    }

    /** {@code spring.cloud.kubernetes.discovery.enabled=false} */
    private static boolean isOff(String key, String value) {
        return RelaxedName.of(key).endsWith("ENABLED") && value.strip().equalsIgnoreCase("false");
    }
}
