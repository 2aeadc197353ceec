package io.github.meshready.smi;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.ManifestFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small manifests for tests, in words that show only what a test is about. */
public final class TestManifests {

    private TestManifests() {}

    public static ManifestFile file(String text) {
        return ManifestFile.parse("app.yaml", "k8s/app.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Application app(String... documents) {
        return app(Dialect.DEFAULT, documents);
    }

    /** What the documents say to a version of the mesh; they are written for OSM, whose fork has other names for labels. */
    public static Application app(Dialect dialect, String... documents) {
        return new ApplicationReader("default", dialect)
                .read(List.of(file(spelledFor(dialect, String.join("---\n", documents)))));
    }

    /** The same manifests with the product's own labels, annotations and API groups. */
    public static String spelledFor(Dialect dialect, String documents) {
        return documents.replace(Dialect.DEFAULT.key(""), dialect.key(""));
    }

    public static Workload workload(Application application, String name) {
        return application.workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static Service service(Application application, String name) {
        return application.services().stream()
                .filter(service -> service.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A namespace that is part of mesh osm. */
    public static String namespace(String name) {
        return """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: %s
              labels: {openservicemesh.io/monitored-by: osm}
              annotations: {openservicemesh.io/sidecar-injection: enabled}
            """.formatted(name);
    }

    public static String account(String namespace, String name) {
        return "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: %s, namespace: %s}\n".formatted(name, namespace);
    }

    /** A Deployment labelled app=NAME with an account of its own name and these entries in its container. */
    public static String deployment(String namespace, String name, String... containerLines) {
        return deploymentAs(namespace, name, name, containerLines);
    }

    /** A Deployment labelled app=NAME with this account; none for the empty text. */
    public static String deploymentAs(String namespace, String name, String account, String... containerLines) {
        String accountLine = account.isEmpty() ? "" : "      serviceAccountName: " + account + "\n";
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %s, namespace: %s}
            spec:
              selector: {matchLabels: {app: %s}}
              template:
                metadata: {labels: {app: %s}}
                spec:
            %s      containers:
                  - name: c
                    image: example/%s
            %s""".formatted(name, namespace, name, name, accountLine, name, indented(containerLines));
    }

    private static String indented(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.indent(8));
        }
        return text.toString();
    }

    /** One environment variable, as a line for {@link #deployment}. */
    public static String env(String name, String value) {
        return "env: [{name: %s, value: '%s'}]".formatted(name, value);
    }

    /** A Service that selects app=NAME, with ports as flow mappings such as {@code {port: 80}}. */
    public static String service(String namespace, String name, String... ports) {
        return """
            apiVersion: v1
            kind: Service
            metadata: {name: %s, namespace: %s}
            spec:
              selector: {app: %s}
              ports: [%s]
            """.formatted(name, namespace, name, String.join(", ", ports));
    }

    /** A TrafficTarget with rules in flow style. */
    public static String target(String namespace, String name, String destination, String source, String... rules) {
        return """
            apiVersion: access.smi-spec.io/v1alpha3
            kind: TrafficTarget
            metadata: {name: %s, namespace: %s}
            spec:
              destination: {kind: ServiceAccount, name: %s, namespace: %s}
              sources: [{kind: ServiceAccount, name: %s, namespace: %s}]
              rules: [%s]
            """.formatted(name, namespace, destination, namespace, source, namespace, String.join(", ", rules));
    }

    /** An HTTPRouteGroup with matches in flow style. */
    public static String group(String namespace, String name, String... matches) {
        return """
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: %s, namespace: %s}
            spec: {matches: [%s]}
            """.formatted(name, namespace, String.join(", ", matches));
    }

    public static String tcpRoute(String namespace, String name, String ports) {
        return """
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: TCPRoute
            metadata: {name: %s, namespace: %s}
            spec: {matches: {ports: [%s]}}
            """.formatted(name, namespace, ports);
    }
}
