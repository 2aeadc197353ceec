package io.github.meshready.bench.process;

import io.github.meshready.bench.application.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project without plugins: what runs is named on the command line, so that all runs read the same pom. */
final class Project {

    private Project() {}

    /** Writes the project of an application, as far as it is not there yet. */
    static Path write(Path folder, int size, Layout layout) throws IOException {
        Path manifests = folder.resolve("k8s");
        if (Files.notExists(folder.resolve("pom.xml"))) {
            layout.write(size, manifests);
            if (size <= Subjects.LARGEST_OF_OTHERS) {
                Layout.OBJECT.write(size, folder.resolve("src/main/jkube"));
            }
        }
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                %s
                patches:
                - target: {kind: Deployment}
                  patch: '[{"op": "add", "path": "/spec/template/spec/serviceAccountName", "value": "app"}]'
                """.formatted(resources(manifests)));
        // The last one: where it is, everything is.
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>bench</groupId>
                  <artifactId>application</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                </project>
                """);
        return folder;
    }

    private static String resources(Path manifests) throws IOException {
        try (Stream<Path> files = Files.list(manifests)) {
            return files.map(file -> "- k8s/" + file.getFileName()).sorted().collect(Collectors.joining("\n"));
        }
    }
}
