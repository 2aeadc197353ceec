package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;

/** Root resources of JAX-RS and Jakarta REST, below what applications and configuration put before them. */
final class JaxRsResources implements Server {

    private static final Set<String> APPLICATION_PATH =
            Set.of("jakarta.ws.rs.ApplicationPath", "javax.ws.rs.ApplicationPath");

    private final VisibleClasses classes;
    private final JaxRsAnnotations annotations;
    private final List<String> prefixes;

    JaxRsResources(VisibleClasses classes, Configuration configuration) {
        this.classes = classes;
        this.annotations = new JaxRsAnnotations(classes);
        List<String> applications = applications();
        String root = configuration.text("quarkus.http.root-path", "server.servlet.context-path");
        String configured = configuration.text(
                "quarkus.rest.path",
                "quarkus.resteasy-reactive.path",
                "quarkus.resteasy.path",
                "spring.jersey.application-path");
        this.prefixes = (applications.isEmpty() ? Stream.of(configured) : applications.stream())
                .map(each -> PathText.join(root, each))
                .distinct()
                .toList();
    }

    /** The paths of the applications, which may end in {@code /*} as a servlet's mapping (Jakarta REST 3.1, 2.3.2). */
    private List<String> applications() {
        return classes.all().stream()
                .map(type -> Elements.find(type.declaredAnnotations(), APPLICATION_PATH))
                .flatMap(Optional::stream)
                .map(each -> Elements.text(each, "value"))
                .map(path -> path.endsWith("*") ? path.substring(0, path.length() - 1) : path)
                .toList();
    }

    @Override
    public void read(ClassInfo type, Findings findings) {
        if (type.isInterface() || type.isAbstract()) {
            return;
        }
        Lineage lineage = new Lineage(type, classes);
        Optional<String> path = annotations.path(lineage);
        if (path.isEmpty()) {
            return;
        }
        String name = type.name().toString();
        for (String prefix : prefixes) {
            new JaxRsMethods(classes).read(lineage, PathText.join(prefix, path.get()), findings);
        }
        if (prefixes.size() > 1) {
            findings.unclear("which of the applications at " + String.join(" and ", prefixes) + " has resource " + name
                    + ": it is taken to be in each");
        }
        lineage.missing()
                .forEach(each -> findings.unclear("methods that resource " + name + " may inherit from " + each
                        + ", which the build does not have"));
    }
}
