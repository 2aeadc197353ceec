package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.ClassInfo;

/** Clients of Spring's {@code @HttpExchange}: interfaces with it that no class of the module implements, which would be a controller. */
final class HttpExchangeClients implements Client {

    private static final String PACKAGE = "org.springframework.web.service.annotation.";
    private static final Set<String> EXCHANGES = Set.of(
            PACKAGE + "HttpExchange",
            PACKAGE + "GetExchange",
            PACKAGE + "PostExchange",
            PACKAGE + "PutExchange",
            PACKAGE + "DeleteExchange",
            PACKAGE + "PatchExchange");

    private static final Set<String> FEIGN = Set.of("org.springframework.cloud.openfeign.FeignClient");

    private final VisibleClasses classes;
    private final ClientBase base;
    private final SpringAnnotations annotations;
    private final Set<String> implemented = new TreeSet<>();

    HttpExchangeClients(VisibleClasses classes, Configuration configuration) {
        this.classes = classes;
        this.base = new ClientBase(configuration);
        this.annotations = new SpringAnnotations(classes);
        classes.all().stream()
                .filter(type -> !type.isInterface())
                .forEach(type -> implemented.addAll(new Lineage(type, classes).names()));
    }

    @Override
    public Optional<ClientRoutes> read(ClassInfo type) {
        boolean client = type.isInterface()
                && !type.isAnnotation()
                && !implemented.contains(type.name().toString())
                && Elements.find(type.declaredAnnotations(), FEIGN).isEmpty()
                && (annotations.has(type.declaredAnnotations(), EXCHANGES)
                        || type.methods().stream()
                                .anyMatch(method -> annotations.has(method.declaredAnnotations(), EXCHANGES)));
        return client ? Optional.of(routes(type)) : Optional.empty();
    }

    private ClientRoutes routes(ClassInfo type) {
        String name = type.name().toString();
        Findings findings = new Findings();
        Lineage lineage = new Lineage(type, classes);
        String written = lineage.interfacesFirst(lineage.self()).stream()
                .map(each -> annotations.mapping(each.type().declaredAnnotations()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(mapping -> mapping.paths().get(0))
                .orElse("");
        Optional<String> filled = base.filled(written, name, findings);
        boolean url = filled.filter(each -> each.contains("://")).isPresent();
        if (!url) {
            findings.unclear("the path of the base URL that code gives to " + name + ", if it has one");
        }
        filled.ifPresent(each -> {
            String above = PathText.withoutEnd(url ? PathText.join(PathText.ofUrl(each)) : PathText.join(each));
            new SpringClientMethods(annotations, base).read(lineage, above, "", findings);
        });
        return new ClientRoutes(name, url ? written : "", "", findings.routes(), findings.unclear());
    }
}
