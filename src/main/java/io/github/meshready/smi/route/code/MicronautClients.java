package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;

/** Clients of Micronaut: {@code @Client("books")}, of a URL or of a service with its configuration. */
final class MicronautClients implements Client {

    private static final Set<String> CLIENT = Set.of("io.micronaut.http.client.annotation.Client");
    private static final String SERVICES = "micronaut.http.services.";

    private final VisibleClasses classes;
    private final Configuration configuration;
    private final ClientBase base;

    MicronautClients(VisibleClasses classes, Configuration configuration) {
        this.classes = classes;
        this.configuration = configuration;
        this.base = new ClientBase(configuration);
    }

    @Override
    public Optional<ClientRoutes> read(ClassInfo type) {
        return Elements.find(type.declaredAnnotations(), CLIENT)
                .filter(client -> type.isInterface() || type.isAbstract())
                .map(client -> routes(type, client));
    }

    private ClientRoutes routes(ClassInfo type, AnnotationInstance client) {
        String name = type.name().toString();
        String target = Elements.text(client, "value", "id");
        Findings findings = new Findings();
        boolean service = target.indexOf('/') < 0 && !target.startsWith("$");
        String above = service
                ? PathText.join(configuration.text(SERVICES + target + ".path"))
                : target.startsWith("/") ? target : base.path(target, findings);
        base.filled(Elements.text(client, "path"), name, findings)
                .ifPresent(path -> new MicronautMethods(configuration)
                        .read(new Lineage(type, classes), PathText.join(above, path), findings));
        String key = service && !target.isEmpty() ? SERVICES + target : "";
        return new ClientRoutes(name, target, key, findings.routes(), findings.unclear());
    }
}
