package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;

/** MicroProfile's REST clients (MicroProfile Rest Client 4.0; Quarkus, rest-client). */
final class MicroProfileClients implements Client {

    private static final Set<String> CLIENT = Set.of("org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

    private final VisibleClasses classes;
    private final ClientBase base;

    MicroProfileClients(VisibleClasses classes, Configuration configuration) {
        this.classes = classes;
        this.base = new ClientBase(configuration);
    }

    @Override
    public Optional<ClientRoutes> read(ClassInfo type) {
        return Elements.find(type.declaredAnnotations(), CLIENT).map(client -> routes(type, client));
    }

    private ClientRoutes routes(ClassInfo type, AnnotationInstance client) {
        String name = type.name().toString();
        String configured = Elements.text(client, "configKey");
        String key = configured.isEmpty() ? name : configured;
        String target = Elements.text(client, "baseUri");
        Findings findings = new Findings();
        String above = base.path(
                target,
                findings,
                key + "/mp-rest/url",
                key + "/mp-rest/uri",
                "quarkus.rest-client." + key + ".url",
                "quarkus.rest-client." + key + ".uri",
                "quarkus.rest-client.\"" + key + "\".url");
        Lineage lineage = new Lineage(type, classes);
        String path = new JaxRsAnnotations(classes).path(lineage).orElse("");
        new JaxRsMethods(classes).read(lineage, PathText.join(above, path), findings);
        return new ClientRoutes(name, target, key, findings.routes(), findings.unclear());
    }
}
