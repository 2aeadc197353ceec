package io.github.meshready.smi.mojo;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** Files and parameters such that a run looks at something of every kind. */
final class SampleProject {

    /** Every file that is there at first and that a run looks into. */
    static final List<String> INPUTS = List.of(
            "k8s/app.yaml",
            "k8s/deep/config.yaml",
            "k8s/notes.yaml",
            "mesh.yaml",
            "api/books.yaml",
            "src/main/resources/application.properties",
            "src/main/proto/books.proto",
            "Dockerfile",
            "other/src/main/resources/application.yml",
            "other/target/classes/shop/A.class",
            "target/classes/shop/B.class",
            "smi-baseline.json");

    /** Files that are not there, and that a run would look into. */
    static final List<String> MISSED = List.of(
            "k8s/more.yaml",
            "k8s/deep/more.json",
            "k8s/archive.tgz",
            "src/main/resources/bootstrap.yml",
            "src/main/resources/application-prod.properties",
            "src/main/resources/config/application.yml",
            "target/classes/application.yml",
            "target/classes/shop/C.class",
            "target/classes/static/openapi.json",
            "target/openapi.json",
            "target/classes/META-INF/jkube/kubernetes.yml",
            "src/main/proto/deep/more.proto",
            "Dockerfile.jvm",
            "nginx/web.conf",
            "other/module/src/main/resources/application.properties",
            "deploy/app.yaml",
            "target/smi/extra.yaml",
            "target/smi/50-app/extra.txt");

    private static final String APP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: web
                    image: web:1
                    env:
                    - {name: BOOKS_URL, value: "http://books:8080"}
                    - {name: PASSWORD, value: sesame-7f1}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: books
              namespace: shop
              annotations:
                ignore.smi.meshready.io/SMI-POD-03: "until 2026-08-01: it is not yet there"
            spec:
              selector: {matchLabels: {app: books}}
              template:
                metadata: {labels: {app: books}}
                spec:
                  initContainers:
                  - {name: wait, image: "busybox:1", command: [nc, -z, web, "80"]}
                  containers:
                  - {name: books, image: books:1, ports: [{containerPort: 8080}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: books, namespace: shop}
            spec: {selector: {app: books}, ports: [{port: 8080, name: http}]}
            """;

    private SampleProject() {}

    /** Where routes are described in the project in a folder. */
    static List<RoutesParameter> routes(Path folder) {
        RoutesParameter routes = new RoutesParameter();
        TestProject.set(routes, "service", "shop/books");
        TestProject.set(routes, "openapi", folder.resolve("api/books.yaml").toFile());
        return List.of(routes);
    }

    /** Writes the files into a folder. */
    static TestProject in(Path folder, Path jar) {
        TestProject project = new TestProject(folder, jar)
                .with("meshConfig", folder.resolve("mesh.yaml").toFile())
                .with("modules", List.of(new File("other")))
                .with("routes", routes(folder))
                .with("reports", List.of("sarif", "junit", "github"))
                .with("baselineFile", new File("smi-baseline.json"))
                .file("pom.xml", "<project/>")
                .file("README.md", "Nothing looks at this.")
                .file("src/main/java/shop/A.java", "Nor at this.")
                .file("other/README.md", "Nor at this.")
                .file("k8s/app.yaml", APP)
                .file("k8s/notes.yaml", "a: 1\n")
                .file(
                        "k8s/deep/config.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: shop}\ndata: {a: b}\n")
                .file("mesh.yaml", """
                        apiVersion: config.openservicemesh.io/v1alpha2
                        kind: MeshConfig
                        metadata: {name: osm-mesh-config, namespace: osm-system}
                        spec: {traffic: {enablePermissiveTrafficPolicyMode: false, enableEgress: true}}
                        """)
                .file(
                        "api/books.yaml",
                        "openapi: 3.0.0\ninfo: {title: b, version: '1'}\npaths: {/books: {get: {responses: {'200': {description: ok}}}}}\n")
                .file("src/main/resources/application.properties", "books.url=http://books:8080\n")
                .file("src/main/proto/books.proto", "syntax = \"proto3\";\npackage shop;\n")
                .file("Dockerfile", "FROM scratch\nENV A=b\n")
                .file("other/src/main/resources/application.yml", "a: b\n")
                .file("other/target/classes/shop/A.class", "no class")
                .file("target/classes/shop/B.class", "no class");
        project.with("baseline", "update").verify(false);
        return project.with("baseline", "use");
    }
}
