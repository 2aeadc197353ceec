package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Set;

/**
 * Whether a module answers browsers that ask with OPTIONS before they call from pages of other origins (WHATWG Fetch, CORS-preflight
 * request): by annotations, by the classes that set this up in code, or by its configuration.
 */
final class CorsSettings {

    private static final Set<String> ANNOTATIONS =
            Set.of("org.springframework.web.bind.annotation.CrossOrigin", "io.micronaut.http.server.cors.CrossOrigin");

    private static final List<String> SET_UP_BY = List.of(
            "org.springframework.web.servlet.config.annotation.CorsRegistry",
            "org.springframework.web.reactive.config.CorsRegistry",
            "org.springframework.web.cors.");

    private static final List<String> SWITCHES =
            List.of("quarkus.http.cors", "quarkus.http.cors.enabled", "micronaut.server.cors.enabled");

    private final VisibleClasses classes;
    private final Configuration configuration;

    CorsSettings(VisibleClasses classes, Configuration configuration) {
        this.classes = classes;
        this.configuration = configuration;
    }

    boolean areOn() {
        boolean byCode = classes.own().used().stream()
                .anyMatch(type -> SET_UP_BY.stream().anyMatch(type::startsWith));
        boolean byAnnotation = classes.all().stream()
                .flatMap(type -> type.annotationsMap().keySet().stream())
                .anyMatch(name -> ANNOTATIONS.contains(name.toString()));
        boolean bySetting = SWITCHES.stream().map(configuration::text).anyMatch("true"::equals);
        return byCode || byAnnotation || bySetting;
    }
}
