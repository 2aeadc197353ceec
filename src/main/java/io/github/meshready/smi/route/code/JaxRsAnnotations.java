package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/** Reads the annotations of JAX-RS and Jakarta REST, and those of users that stand for a method (Jakarta REST 3.1, 3.3 and 3.4). */
final class JaxRsAnnotations {

    private static final List<String> PACKAGES = List.of("jakarta.ws.rs.", "javax.ws.rs.");
    private static final Set<String> PATH = Set.of("jakarta.ws.rs.Path", "javax.ws.rs.Path");
    private static final Set<String> HTTP_METHOD = Set.of("jakarta.ws.rs.HttpMethod", "javax.ws.rs.HttpMethod");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");

    private final VisibleClasses classes;

    JaxRsAnnotations(VisibleClasses classes) {
        this.classes = classes;
    }

    Optional<String> path(List<AnnotationInstance> annotations) {
        return Elements.find(annotations, PATH).map(each -> Elements.text(each, "value"));
    }

    /** The path of a class: its own, else its superclasses', else its interfaces', as implementations have it. */
    Optional<String> path(Lineage lineage) {
        return lineage.superclassesFirst(lineage.self()).stream()
                .map(each -> path(each.type().declaredAnnotations()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The HTTP methods that a method answers, or sends. */
    List<String> methods(MethodInfo method) {
        return method.declaredAnnotations().stream()
                .map(this::method)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<String> method(AnnotationInstance annotation) {
        String name = annotation.name().toString();
        for (String each : PACKAGES) {
            if (name.startsWith(each)) {
                return Optional.of(name.substring(each.length())).filter(METHODS::contains);
            }
        }
        return classes.type(annotation)
                .map(ClassInfo::declaredAnnotations)
                .flatMap(above -> Elements.find(above, HTTP_METHOD))
                .map(each -> Elements.text(each, "value"))
                .filter(text -> !text.isEmpty());
    }

    /** Whether a method has any annotation of JAX-RS: those of the methods that it overrides then count for nothing (3.6). */
    boolean isAnnotated(MethodInfo method) {
        return !methods(method).isEmpty()
                || method.annotations().stream()
                        .anyMatch(each -> PACKAGES.stream().anyMatch(each.name().toString()::startsWith));
    }
}
