package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.code.Lineage.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;

/** The methods of Micronaut's controllers and clients (Micronaut 4, io.micronaut.http.annotation). */
final class MicronautMethods {

    static final String PACKAGE = "io.micronaut.http.annotation.";

    private static final Map<String, String> METHODS = Map.of(
            PACKAGE + "Get", "GET",
            PACKAGE + "Post", "POST",
            PACKAGE + "Put", "PUT",
            PACKAGE + "Delete", "DELETE",
            PACKAGE + "Patch", "PATCH",
            PACKAGE + "Head", "HEAD",
            PACKAGE + "Options", "OPTIONS",
            PACKAGE + "Trace", "TRACE",
            PACKAGE + "CustomHttpMethod", "");

    private final Configuration configuration;

    MicronautMethods(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @param above the path of the class, with everything before it */
    void read(Lineage lineage, String above, Findings findings) {
        String type = lineage.self().type().name().toString();
        for (Member member : lineage.members()) {
            lineage.superclassesFirst(lineage.self()).stream()
                    .map(each -> each.methods().get(member.signature()))
                    .filter(method -> method != null && mapping(method).isPresent())
                    .findFirst()
                    .ifPresent(method ->
                            mapping(method).ifPresent(mapping -> route(type, method, mapping, above, findings)));
        }
    }

    private static Optional<AnnotationInstance> mapping(MethodInfo method) {
        return Elements.find(method.declaredAnnotations(), METHODS.keySet());
    }

    private void route(String type, MethodInfo method, AnnotationInstance mapping, String above, Findings findings) {
        String known = METHODS.get(mapping.name().toString());
        Set<String> methods = Set.of(known.isEmpty() ? Elements.text(mapping, "method") : known);
        List<String> paths = Elements.texts(mapping, "uris", "uri", "value");
        for (String path : paths.isEmpty() ? List.of("") : paths) {
            configuration
                    .filled(path)
                    .ifPresentOrElse(
                            each -> findings.route(
                                    methods, PathText.join(above, each), PathSyntax.MICRONAUT, type, method.name()),
                            () -> findings.unclear("the path " + path + " of " + type + "." + method.name()
                                    + ", which the module's configuration does not tell"));
        }
    }
}
