package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.verify.Facts;
import java.util.List;

/** The namespaces that manifests put into the mesh, and the one that the mesh itself runs in. */
final class OnboardedNamespaces {

    private OnboardedNamespaces() {}

    static List<Namespace> of(Facts facts) {
        return facts.application().objects("", "Namespace").stream()
                .flatMap(object -> facts.application().namespace(object.name()).stream())
                .distinct()
                .filter(namespace -> facts.meshName()
                        .equals(namespace.labels().get(facts.dialect().monitoredBy())))
                .toList();
    }

    /** The namespace of the MeshConfig, else the usual one. */
    static String ofMesh(Facts facts) {
        return facts.mesh()
                .mode()
                .config()
                .map(MeshConfig::namespace)
                .orElse(facts.dialect().usualNamespace());
    }
}
