package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.PathSyntax;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Quarkus' {@code @Route} for Vert.x (Quarkus, reactive-routes): paths with {@code :name}; of others only that they are there. */
final class VertxRoutes implements Server {

    private static final String PACKAGE = "io.quarkus.vertx.web.";
    private static final Set<String> BASE = Set.of(PACKAGE + "RouteBase");
    private static final DotName ROUTE = DotName.createSimple(PACKAGE + "Route");
    private static final DotName ROUTES = DotName.createSimple(PACKAGE + "Route$Routes");

    private final String root;

    VertxRoutes(Configuration configuration) {
        this.root = configuration.text("quarkus.http.root-path");
    }

    @Override
    public void read(ClassInfo type, Findings findings) {
        String base = Elements.find(type.declaredAnnotations(), BASE)
                .map(each -> Elements.text(each, "path"))
                .orElse("");
        for (MethodInfo method : type.methodsInDeclarationOrder()) {
            for (AnnotationInstance route : routes(method)) {
                route(type.name().toString(), method.name(), base, route, findings);
            }
        }
    }

    private static List<AnnotationInstance> routes(MethodInfo method) {
        Stream<AnnotationInstance> several = Stream.ofNullable(method.declaredAnnotation(ROUTES))
                .flatMap(each -> Elements.nested(each, "value").stream());
        return Stream.concat(Stream.ofNullable(method.declaredAnnotation(ROUTE)), several)
                .toList();
    }

    private void route(String type, String method, String base, AnnotationInstance route, Findings findings) {
        if (Elements.text(route, "type").equals("FAILURE")) {
            return; // answers requests of other routes
        }
        String path = PathText.join(root, base, Elements.text(route, "path"));
        boolean plain = Elements.text(route, "regex").isEmpty()
                && !Elements.text(route, "path").isEmpty()
                && path.indexOf('*') < 0;
        if (plain) {
            String template = Stream.of(path.split("/", -1))
                    .map(segment -> segment.startsWith(":") ? "{" + segment.substring(1) + "}" : segment)
                    .collect(Collectors.joining("/"));
            findings.route(Set.copyOf(Elements.texts(route, "methods")), template, PathSyntax.OPENAPI, type, method);
        } else {
            findings.unclear("Vert.x route " + type + "." + method);
        }
    }
}
