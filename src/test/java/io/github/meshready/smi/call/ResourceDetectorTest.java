package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a module's own configuration tells, as its framework would read it. */
class ResourceDetectorTest {

    static Stream<Arguments> configurations() {
        String none = env("X", "y");
        return Stream.of(
                of("a URL", "cache:6379", none, "application.properties", "cache.url=redis://cache:6379"),
                of(
                        "host and port",
                        "cache:6379",
                        none,
                        "application.yml",
                        "spring: {redis: {host: cache, port: 6379}}"),
                of("another place than this one", "", none, "application.yml", "spring: {redis: {host: localhost}}"),
                of("no Service", "", none, "application.yml", "other: {url: 'http://elsewhere:80'}"),
                of("a switch", "", none, "application.properties", "eureka.instance.prefer-ip-address=true"),
                of(
                        "a variable wins",
                        "db:5432",
                        env("SPRING_REDIS_HOST", "db"),
                        "application.properties",
                        "spring.redis.host=cache"),
                of(
                        "a placeholder with a default",
                        "cache:6379",
                        none,
                        "application.properties",
                        "spring.redis.host=${REDIS:cache}"),
                of(
                        "a placeholder that a variable fills",
                        "db:5432",
                        env("STORE", "db"),
                        "application.properties",
                        "spring.redis.host=${STORE:cache}"),
                of("a profile that is not active", "", none, "application-prod.properties", "a.url=http://api"),
                of(
                        "a profile that is",
                        "api:80",
                        env("SPRING_PROFILES_ACTIVE", "k8s, prod"),
                        "application-prod.properties",
                        "a.url=http://api"),
                of(
                        "a profile that the module itself makes active",
                        "api:80",
                        none,
                        "application-cloud.properties",
                        "a.url=http://api",
                        "application.properties",
                        "spring.profiles.active=cloud"),
                of(
                        "which the environment overrules",
                        "",
                        env("SPRING_PROFILES_ACTIVE", "other"),
                        "application-cloud.properties",
                        "a.url=http://api",
                        "application.properties",
                        "spring.profiles.active=cloud"),
                of(
                        "a profile counts more",
                        "api:80",
                        env("SPRING_PROFILES_ACTIVE", "prod"),
                        "application-prod.properties",
                        "a.url=http://api",
                        "application.properties",
                        "a.url=redis://cache"),
                of(
                        "a document of a profile",
                        "api:80",
                        env("SPRING_PROFILES_ACTIVE", "prod"),
                        "application.yml",
                        "a: {url: 'redis://cache'}\n---\nspring: {config: {activate: {on-profile: prod}}}\na: {url: 'http://api'}\n"
                                + "---\nspring: {config: {activate: {on-profile: '!prod'}}}\na: {url: 'redis://db'}\n"),
                of(
                        "Quarkus' profile",
                        "api:80",
                        none,
                        "application.properties",
                        "a.url=redis://cache\n%prod.a.url=http://api\n%dev.a.url=redis://db"),
                of(
                        "a MicroProfile client",
                        "api:80",
                        none,
                        "microprofile-config.properties",
                        "x.Client/mp-rest/url=http://api"),
                of(
                        "two files of a web server, each for itself",
                        "api:80 cache:6379",
                        none,
                        "default.conf",
                        "server { location / { proxy_pass http://api; } }",
                        "default-ssl.conf",
                        "server { location / { proxy_pass http://cache:6379; } }"),
                of(
                        "variables of a Dockerfile with a dash",
                        "api:80",
                        none,
                        "Dockerfile-native.env",
                        "API_URL=http://api"),
                of(
                        "what a generator of manifests is told",
                        "",
                        none,
                        "application.properties",
                        "quarkus.kubernetes.env.vars.other=http://api"));
    }

    private static Arguments of(String what, String expected, String container, String... files) {
        return Arguments.of(what, expected, container, files);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    void readsAModulesConfigurationAsItsFrameworkDoes(String what, String expected, String container, String... files) {
        List<Call> calls = find("web", container, files).calls();
        assertThat(String.join(
                        " ",
                        calls.stream()
                                .map(call -> call.service().name().name() + ":"
                                        + call.port().number())
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void saysWhichFileAndKey() {
        assertThat(find("web", "", "application.properties", "a.url=http://api").calls())
                .map(Call::described)
                .containsExactly("web -> api:80 http (resource a.url of web/application.properties)");
    }

    @Test
    void countsForTheWorkloadThatTheModuleBecomes() {
        String[] files = {"application.properties", "a.url=http://api"};
        assertThat(find("other", "", files).calls()).as("another module").isEmpty();
        assertThat(find("web", "", files).calls()).as("by its name").hasSize(1);
        assertThat(find("image-of-web", "", files).calls()).as("by its image").hasSize(1);
        assertThat(find("other", "", "application.properties", "spring.application.name=web\na.url=http://api")
                        .calls())
                .as("by what it calls itself")
                .hasSize(1);
    }

    private static CallGraph find(String module, String container, String... files) {
        ConfigFile[] config = new ConfigFile[files.length / 2];
        for (int i = 0; i < config.length; i++) {
            config[i] = new ConfigFile(files[2 * i], module + "/" + files[2 * i], files[2 * i + 1]);
        }
        String web = deployment("shop", "web", container.isEmpty() ? env("X", "y") : container)
                .replace("image: example/web", "image: 'registry.example.com:5000/shop/image-of-web:1.2@sha256:00'");
        return new CallFinder(
                        app(
                                web,
                                deployment("shop", "api"),
                                service("shop", "api", "{port: 80}"),
                                deployment("shop", "db"),
                                service("shop", "db", "{port: 5432}"),
                                deployment("shop", "cache"),
                                service("shop", "cache", "{port: 6379}")),
                        new Declarations(
                                List.of(),
                                List.of(),
                                List.of(new BuildModule(module, Set.of(module), Arrays.asList(config)))))
                .find();
    }
}
