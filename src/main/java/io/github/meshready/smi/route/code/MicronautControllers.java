package io.github.meshready.smi.route.code;

import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;

/** Controllers of Micronaut. */
final class MicronautControllers implements Server {

    private static final Set<String> CONTROLLER = Set.of(MicronautMethods.PACKAGE + "Controller");

    private final VisibleClasses classes;
    private final Configuration configuration;

    MicronautControllers(VisibleClasses classes, Configuration configuration) {
        this.classes = classes;
        this.configuration = configuration;
    }

    @Override
    public void read(ClassInfo type, Findings findings) {
        Optional<AnnotationInstance> controller = Elements.find(type.declaredAnnotations(), CONTROLLER);
        if (controller.isEmpty() || type.isInterface() || type.isAbstract()) {
            return;
        }
        String name = type.name().toString();
        String written = Elements.text(controller.get(), "value", "uri");
        Optional<String> path = configuration.filled(written);
        if (path.isEmpty()) {
            findings.unclear(
                    "paths below " + written + " of " + name + ", which the module's configuration does not tell");
            return;
        }
        Lineage lineage = new Lineage(type, classes);
        String prefix = configuration.text("micronaut.server.context-path");
        new MicronautMethods(configuration).read(lineage, PathText.join(prefix, path.get()), findings);
        lineage.missing()
                .forEach(each -> findings.unclear("methods that controller " + name + " may inherit from " + each
                        + ", which the build does not have"));
    }
}
