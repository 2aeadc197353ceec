package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Optional;

/** What a module's configuration puts before all paths of Spring's controllers (Spring Boot, application properties). */
final class SpringPrefix {

    private static final List<String> REACTIVE = List.of("reactor.core.publisher.Mono", "reactor.core.publisher.Flux");

    private SpringPrefix() {}

    static String of(Configuration configuration, VisibleClasses classes) {
        String servlet = PathText.join(
                configuration.text("server.servlet.context-path", "server.context-path"),
                configuration.text("spring.mvc.servlet.path", "server.servlet-path"));
        String reactive = PathText.join(configuration.text("spring.webflux.base-path"));
        String quarkus = PathText.join(configuration.text("quarkus.http.root-path"));
        String chosen = !quarkus.equals("/") ? quarkus : isReactive(configuration, classes) ? reactive : servlet;
        return PathText.withoutEnd(chosen);
    }

    /** WebFlux is what runs if nothing of servlets is there (Spring Boot, SpringApplication). */
    private static boolean isReactive(Configuration configuration, VisibleClasses classes) {
        String told = configuration.text("spring.main.web-application-type");
        Optional<String> publisher = classes.all().stream()
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.methods().stream())
                .map(method -> method.returnType().name().toString())
                .filter(REACTIVE::contains)
                .findFirst();
        return told.isEmpty() ? publisher.isPresent() && !usesServlets(classes) : told.equalsIgnoreCase("reactive");
    }

    private static boolean usesServlets(VisibleClasses classes) {
        return classes.own().used().stream()
                .anyMatch(name -> name.startsWith("javax.servlet.") || name.startsWith("jakarta.servlet."));
    }
}
