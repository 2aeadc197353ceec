package io.github.meshready.smi.route.code;

import java.util.List;
import org.jboss.jandex.ClassInfo;

/** Asks each framework's reader what the classes of a module serve. */
final class ServedScan {

    private final VisibleClasses classes;
    private final Configuration configuration;
    private final List<Server> servers;
    private final GrpcServers grpc;

    ServedScan(VisibleClasses classes, Configuration configuration, GrpcCatalogue catalogue) {
        this.classes = classes;
        this.configuration = configuration;
        this.grpc = new GrpcServers(classes, catalogue);
        this.servers = List.of(
                new SpringControllers(classes, configuration),
                new JaxRsResources(classes, configuration),
                new MicronautControllers(classes, configuration),
                new VertxRoutes(configuration),
                grpc,
                new UncoveredTypes(classes));
    }

    Findings findings() {
        Findings findings = new Findings();
        for (ClassInfo type : classes.all()) {
            if (!type.isAnnotation() && !type.isSynthetic() && !isOfInterface(type)) {
                servers.forEach(server -> server.read(type, findings));
            }
        }
        grpc.ready(findings);
        if (new CorsSettings(classes, configuration).areOn()) {
            findings.answerOptions();
        }
        new UncoveredSettings(configuration).read(findings);
        configuration
                .untold()
                .forEach(key -> findings.unclear("paths that depend on " + key + ", whose placeholder has no value"));
        return findings;
    }

    /** Where Kotlin keeps the bodies of an interface's methods: nobody calls these from outside. */
    private static boolean isOfInterface(ClassInfo type) {
        return type.name().toString().endsWith("$DefaultImpls");
    }
}
