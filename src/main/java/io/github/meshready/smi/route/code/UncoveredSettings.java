package io.github.meshready.smi.route.code;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a module serves by its configuration and by the files in it, without any class of its own: said in words. */
final class UncoveredSettings {

    /** What is there if any key begins so. */
    private static final SortedMap<String, String> KEYS = new TreeMap<>(Map.of(
            "spring.data.rest.", "repositories of Spring Data REST",
            "spring.graphql.", "GraphQL",
            "spring.cloud.gateway.", "routes of Spring Cloud Gateway",
            "zuul.routes", "routes of Zuul",
            "springdoc.", "the OpenAPI document of springdoc and its pages",
            "spring.h2.console.", "the console of H2",
            "micronaut.router.static-resources.", "static resources",
            "endpoints.", "management endpoints of Micronaut",
            "quarkus.smallrye-graphql.", "GraphQL"));

    /** Keys of Quarkus' extensions that serve below one path. */
    private static final String[] QUARKUS = {
        "quarkus.smallrye-health.",
        "quarkus.micrometer.",
        "quarkus.smallrye-metrics.",
        "quarkus.smallrye-openapi.",
        "quarkus.swagger-ui."
    };

    private final Configuration configuration;

    UncoveredSettings(Configuration configuration) {
        this.configuration = configuration;
    }

    void read(Findings findings) {
        KEYS.forEach((key, words) -> {
            if (configuration.hasBelow(key)) {
                findings.unclear(words + ", as " + key + "* is configured");
            }
        });
        if (configuration.hasBelow("management.")) {
            String port = configuration.text("management.server.port");
            findings.unclear("Spring Boot's actuator below " + actuator(!port.isEmpty())
                    + (port.isEmpty() ? "" : " on port " + port) + ", as management.* is configured");
        }
        for (String key : QUARKUS) {
            if (configuration.hasBelow(key)) {
                findings.unclear("endpoints of Quarkus below " + quarkus() + ", as " + key + "* is configured");
            }
        }
    }

    /** Below what stands before all paths, which is another one on a port of its own (Spring Boot, Actuator, Monitoring over HTTP). */
    private String actuator(boolean ownPort) {
        String path = configuration.text("management.endpoints.web.base-path");
        String above = ownPort
                ? configuration.text("management.server.base-path", "management.server.servlet.context-path")
                : configuration.text("server.servlet.context-path", "server.context-path", "spring.webflux.base-path");
        return PathText.join(above, path.isEmpty() ? "/actuator" : path);
    }

    /** Relative to the root path unless it begins with a slash (Quarkus, all configuration options). */
    private String quarkus() {
        String path = configuration.text("quarkus.http.non-application-root-path");
        return path.startsWith("/")
                ? path
                : PathText.join(configuration.text("quarkus.http.root-path"), path.isEmpty() ? "q" : path);
    }
}
