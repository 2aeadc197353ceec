package io.github.meshready.smi.manifest;

import java.util.List;
import java.util.Optional;

/**
 * Tells files of other tools from manifests, by what they hold: none of their documents is an object that kubectl could
 * apply. A file that holds one such object is a manifest, whatever it is called.
 */
final class ForeignFile {

    private ForeignFile() {}

    /** What the file is instead of a manifest; empty if it is one, or a bad one. */
    static Optional<String> of(String fileName, List<Document> documents) {
        List<Optional<String>> kinds = documents.stream()
                .map(document -> of(fileName, document.root()))
                .toList();
        return kinds.stream().allMatch(Optional::isPresent) ? kinds.get(0) : Optional.empty();
    }

    private static Optional<String> of(String fileName, Node root) {
        if (!(root instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        String apiVersion = text(mapping, "apiVersion");
        boolean withoutKind = mapping.own("kind").isEmpty();
        if (apiVersion.startsWith("kustomize.config.k8s.io/") || withoutKind && fileName.startsWith("kustomization.")) {
            return Optional.of(SkippedFile.KUSTOMIZATION);
        }
        if (apiVersion.startsWith("skaffold/")) {
            return Optional.of("a Skaffold configuration, not a manifest");
        }
        if (withoutKind && fileName.equals("Chart.yaml")) {
            return Optional.of("a Helm chart's description, not a manifest");
        }
        boolean bare = withoutKind
                && mapping.own("apiVersion").isEmpty()
                && mapping.own("metadata").isEmpty();
        return bare ? Optional.of("has neither apiVersion nor kind nor metadata") : Optional.empty();
    }

    private static String text(MappingNode mapping, String key) {
        return mapping.get(key).flatMap(Node::scalar).map(ScalarNode::value).orElse("");
    }
}
