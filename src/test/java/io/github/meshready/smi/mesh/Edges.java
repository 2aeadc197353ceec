package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.policy.PolicyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.provider.Arguments;

/** A call that policies allow, and what somebody changes around it. */
final class Edges {

    private static final String ROUTES = "{kind: HTTPRouteGroup, name: g, matches: [m]}";

    /** web may call api: port 80 of the Service, 8080 of the pods. */
    static final List<String> ALLOWED = List.of(
            namespace("a"),
            namespace("b"),
            deployment("a", "web"),
            deployment("a", "api"),
            service("a", "api", "{port: 80, targetPort: 8080}"),
            group("a", "g", "{name: m}"),
            target("a", "t", "api", "web", ROUTES));

    private Edges() {}

    @SafeVarargs
    static Arguments rule(String what, Outcome outcome, UnaryOperator<List<String>>... edits) {
        List<String> documents = ALLOWED;
        for (UnaryOperator<List<String>> edit : edits) {
            documents = edit.apply(documents);
        }
        return Arguments.of(what, documents, outcome);
    }

    static UnaryOperator<List<String>> add(String document) {
        return documents -> {
            List<String> more = new ArrayList<>(documents);
            more.add(document);
            return more;
        };
    }

    static UnaryOperator<List<String>> without(String part) {
        return documents ->
                documents.stream().filter(document -> !document.contains(part)).toList();
    }

    /** Edits the documents that hold a text; what is replaced must be there. */
    static UnaryOperator<List<String>> replace(String part, String old, String by) {
        return documents -> {
            List<String> edited = documents.stream()
                    .map(document -> document.contains(part) ? document.replace(old, by) : document)
                    .toList();
            assertThat(edited).as(old).isNotEqualTo(documents);
            return edited;
        };
    }

    /** Annotates a Deployment's pods: a list of excluded ports, or whether they get a sidecar. */
    static UnaryOperator<List<String>> pod(String name, String annotation, String value) {
        String key = annotation.equals("injection") ? "sidecar-injection" : annotation + "-exclusion-list";
        return replace(
                "metadata: {name: " + name,
                "    metadata: {labels",
                "    metadata: {annotations: {openservicemesh.io/" + key + ": '" + value + "'}, labels");
    }

    static UnaryOperator<List<String>> config(String traffic) {
        return add("apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
                + "metadata: {name: osm-mesh-config, namespace: osm-system}\nspec: {traffic: {" + traffic + "}}\n");
    }

    static String split(String service) {
        return "apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: s, namespace: a}\n"
                + "spec: {service: " + service + ".a, backends: [{service: v1, weight: 1}]}\n";
    }

    static UnaryOperator<List<String>> headless(String port) {
        return replace("kind: Service\n", "spec:", "spec:\n  clusterIP: None")
                .andThen(replace("kind: Service\n", "port: 80, targetPort: 8080", "port: " + port))::apply;
    }

    static UnaryOperator<List<String>> stateful(String service) {
        return replace(
                        "metadata: {name: api, namespace: a}\nspec:\n  selector: {match",
                        "spec:\n  selector",
                        "spec:\n  serviceName: " + service + "\n  selector")
                .andThen(replace("serviceName", "kind: Deployment", "kind: StatefulSet"))::apply;
    }

    static String ingress(String protocol, String source) {
        return "apiVersion: policy.openservicemesh.io/v1alpha1\nkind: IngressBackend\nmetadata: {name: i, namespace: a}\n"
                + "spec: {backends: [{name: api, port: {number: 8080, protocol: " + protocol + "}}], sources: ["
                + source
                + "]}\n";
    }

    /** The mesh, and web's connection to the Service api. */
    record World(Mesh mesh, Connection connection) {

        static World of(List<String> documents, boolean toPods) {
            Application application = app(documents.toArray(String[]::new));
            MeshMode mode = MeshMode.of(Settings.DEFAULT, application, new FileNames(Path.of("")));
            Service service = io.github.meshready.smi.TestManifests.service(application, "api");
            return new World(
                    new Mesh(application, new PolicyReader(Dialect.DEFAULT).read(application), mode, "osm"),
                    new Connection(
                            workload(application, "web"),
                            service,
                            service.ports().get(0),
                            toPods));
        }

        Decision decide() {
            return mesh.decide(connection);
        }
    }
}
