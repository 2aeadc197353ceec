package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.PathSyntax;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Clients of Spring Cloud OpenFeign, and of Feign alone with its {@code @RequestLine("GET /books/{id}")}. */
final class FeignClients implements Client {

    private static final Set<String> CLIENT = Set.of(
            "org.springframework.cloud.openfeign.FeignClient", "org.springframework.cloud.netflix.feign.FeignClient");

    private static final DotName REQUEST_LINE = DotName.createSimple("feign.RequestLine");
    private static final String CONFIGURATION = "spring.cloud.openfeign.client.config.";

    private final VisibleClasses classes;
    private final ClientBase base;
    private final SpringAnnotations annotations;

    FeignClients(VisibleClasses classes, Configuration configuration) {
        this.classes = classes;
        this.base = new ClientBase(configuration);
        this.annotations = new SpringAnnotations(classes);
    }

    @Override
    public Optional<ClientRoutes> read(ClassInfo type) {
        if (!type.isInterface()) {
            return Optional.empty();
        }
        Optional<AnnotationInstance> client = Elements.find(type.declaredAnnotations(), CLIENT);
        boolean plain = type.methods().stream().anyMatch(method -> method.hasDeclaredAnnotation(REQUEST_LINE));
        return client.map(each -> declared(type, each)).or(() -> plain ? Optional.of(plain(type)) : Optional.empty());
    }

    private ClientRoutes declared(ClassInfo type, AnnotationInstance client) {
        String name = type.name().toString();
        String service = Elements.text(client, "name", "value", "serviceId");
        String url = Elements.text(client, "url");
        String id = Elements.text(client, "contextId", "name", "value", "serviceId");
        Findings findings = new Findings();
        Lineage lineage = new Lineage(type, classes);
        String ofType = lineage.interfacesFirst(lineage.self()).stream()
                .map(each -> annotations.mapping(each.type().declaredAnnotations()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(mapping -> mapping.paths().get(0))
                .orElse("");
        String ofUrl = base.path(url, findings, CONFIGURATION + id + ".url", "feign.client.config." + id + ".url");
        Optional<String> path = base.filled(PathText.join(Elements.text(client, "path"), ofType), name, findings);
        path.ifPresent(each -> {
            String above = PathText.withoutEnd(PathText.join(ofUrl, each));
            new SpringClientMethods(annotations, base).read(lineage, above, "GET", findings);
            requestLines(lineage, above, findings);
        });
        String target = url.isEmpty() ? service : url;
        return new ClientRoutes(name, target, CONFIGURATION + id, findings.routes(), findings.unclear());
    }

    private ClientRoutes plain(ClassInfo type) {
        Findings findings = new Findings();
        findings.unclear("the path of the URL that code gives to " + type.name() + ", if it has one");
        requestLines(new Lineage(type, classes), "", findings);
        return new ClientRoutes(type.name().toString(), "", "", findings.routes(), findings.unclear());
    }

    private static void requestLines(Lineage lineage, String above, Findings findings) {
        String type = lineage.self().type().name().toString();
        for (Lineage.Member member : lineage.members()) {
            MethodInfo method = member.method();
            AnnotationInstance line = method.declaredAnnotation(REQUEST_LINE);
            String[] words = line == null
                    ? new String[0]
                    : Elements.text(line, "value").strip().split("\\s+", 3);
            if (words.length > 1) {
                String path = PathText.join(above, PathText.withoutQuery(words[1]));
                findings.route(Set.of(words[0]), path, PathSyntax.OPENAPI, type, method.name());
            } else if (words.length == 1) {
                findings.unclear("the path of " + type + "." + method.name() + ", which is given when it is called");
            }
        }
    }
}
