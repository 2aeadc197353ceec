package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import io.github.meshready.smi.module.ClassTexts;
import io.github.meshready.smi.module.NamedClasses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells that a workload calls the Kubernetes API. */
class ApiClientsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            # what its container is given                                          | what tells
            env: [{name: KUBERNETES_MASTER, value: 'https://10.0.0.1'}]             | env KUBERNETES_MASTER
            env: [{name: KUBECONFIG, value: /etc/kube/config}]                      | env KUBECONFIG
            env: [{name: API, value: 'https://kubernetes.default.svc'}]             | env API
            env: [{name: SPRING_CLOUD_KUBERNETES_RELOAD_MODE, value: event}]        | env SPRING_CLOUD_KUBERNETES_RELOAD_MODE
            env: [{name: SPRING_CLOUD_KUBERNETES_ENABLED, value: 'false'}]          | -
            env: [{name: QUARKUS_KUBERNETES_CLIENT_TRUST_CERTS, value: 'true'}]     | env QUARKUS_KUBERNETES_CLIENT_TRUST_CERTS
            env: [{name: QUARKUS_KUBERNETES_NAME, value: x}]                        | -
            env: [{name: KUBERNETES_NAMESPACE, value: shop}]                        | -
            command: [sh, -c, 'sleep 5; /usr/bin/kubectl get pods']                 | it runs kubectl
            command: [kubectl-like]                                                 | -
            image: bitnami/kubectl:1.30                                             | it runs kubectl
            image: x/web                                                            | -
            """)
    void knowsClients(String container, String expected) {
        assertThat(Optional.ofNullable(told(container))).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void knowsClientsOfModules() {
        ConfigFile on =
                new ConfigFile("application.properties", "a.properties", "spring.cloud.kubernetes.reload.enabled=true");
        ConfigFile off =
                new ConfigFile("application.properties", "b.properties", "spring.cloud.kubernetes.enabled=false");
        ClassTexts uses =
                new ClassTexts("shop/Watcher.class", List.of(), List.of(), Optional.of("io.fabric8.kubernetes.client"));
        assertThat(told("image: x", new BuildModule("web", Set.of("web"), List.of(on))))
                .isEqualTo("spring.cloud.kubernetes.reload.enabled in a.properties");
        assertThat(told("image: x", new BuildModule("web", Set.of("web"), List.of(off))))
                .isNull();
        assertThat(told("image: x", new BuildModule("web", Set.of("web"), List.of(off), List.of(uses))))
                .isEqualTo("io.fabric8.kubernetes.client in shop/Watcher.class");
        assertThat(told("image: x", new BuildModule("other", Set.of("other"), List.of(on))))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            shop.Watcher, 'io.fabric8.kubernetes.client in library lib, shop/Watcher.class'
            shop.Other,   -
            """)
    void knowsClientsInWhatIsUsedOfLibraries(String named, String expected) {
        BuildModule lib = new BuildModule(
                "lib", Set.of("lib"), List.of(), List.of(texts("shop.Watcher", "io.fabric8.kubernetes.client")));
        BuildModule web = new BuildModule("web", Set.of("web"), List.of(), List.of(texts("shop.Main", null, named)));
        assertThat(told("image: x", web.with(Set.of("lib")), lib)).isEqualTo(expected);
    }

    private static ClassTexts texts(String name, String client, String... named) {
        return new ClassTexts(
                name.replace('.', '/') + ".class",
                List.of(),
                List.of(),
                Optional.ofNullable(client),
                Optional.of(new NamedClasses(name, new TreeSet<>(Set.of(named)))));
    }

    /** Init containers run before the sidecar. */
    @Test
    void countsNoInitContainer() {
        String init = deployment("shop", "web")
                .replace("containers:", "initContainers: [{name: i, image: bitnami/kubectl}]\n      containers:");
        assertThat(new CallFinder(app(init), Declarations.NONE).find().apiClients())
                .isEmpty();
    }

    private static String told(String container, BuildModule... modules) {
        Application application = app(
                container.startsWith("image:")
                        ? deployment("shop", "web").replace("image: example/web", container)
                        : deployment("shop", "web", container));
        return new CallFinder(application, new Declarations(List.of(), List.of(), List.of(modules)))
                .find()
                .apiClients()
                .get(application.workloads().get(0));
    }
}
