package io.github.meshready.smi.route.code;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;

/**
 * The classes of a module, and behind them those of the other modules of the build, which are read only when a name leads there.
 *
 * @param own the module's
 * @param others those of the other modules
 */
record VisibleClasses(ClassIndex own, Supplier<List<ClassIndex>> others) {

    /** Types of the platform and of frameworks carry no mapping of a user, and are not looked for. */
    private static final List<String> FOREIGN = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "kotlin.",
            "scala.",
            "groovy.",
            "com.google.protobuf.",
            "io.grpc.",
            "io.micronaut.",
            "io.quarkus.",
            "io.smallrye.",
            "io.vertx.",
            "org.apache.camel.",
            "org.apache.cxf.",
            "org.eclipse.microprofile.",
            "org.jboss.resteasy.",
            "org.slf4j.",
            "org.springframework.",
            "feign.",
            "lombok.",
            "retrofit2.");

    static boolean isForeign(String type) {
        return FOREIGN.stream().anyMatch(type::startsWith);
    }

    Collection<ClassInfo> all() {
        return own.all();
    }

    Optional<ClassInfo> find(String name) {
        Optional<ClassInfo> found = own.find(name);
        return found.isPresent() || isForeign(name) ? found : elsewhere(name);
    }

    private Optional<ClassInfo> elsewhere(String name) {
        return others.get().stream().flatMap(index -> index.find(name).stream()).findFirst();
    }

    /** The type of an annotation, if the build has it. */
    Optional<ClassInfo> type(AnnotationInstance annotation) {
        return find(annotation.name().toString());
    }

    /** The module's own types, and those of other modules that its code names. */
    Stream<ClassInfo> inUse() {
        return Stream.concat(
                all().stream(),
                own.used().stream()
                        .filter(name -> own.find(name).isEmpty() && !isForeign(name))
                        .map(this::elsewhere)
                        .flatMap(Optional::stream));
    }
}
