package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Document;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.manifest.ScalarType;
import io.github.meshready.smi.manifest.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the Kubernetes objects out of documents, Lists opened, each with a kind, an apiVersion and a sound name. */
final class ObjectReader {

    private static final Set<String> CLUSTER_WIDE = Set.of(
            "APIService",
            "CertificateSigningRequest",
            "CSIDriver",
            "CSINode",
            "CustomResourceDefinition",
            "FlowSchema",
            "IngressClass",
            "MutatingWebhookConfiguration",
            "Namespace",
            "Node",
            "PersistentVolume",
            "PodSecurityPolicy",
            "PriorityClass",
            "PriorityLevelConfiguration",
            "RuntimeClass",
            "StorageClass",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ValidatingWebhookConfiguration");

    /** Kinds whose names become host names, identities or words of commands; others (RBAC roles, say) may hold more. */
    private static final Set<String> LABEL_NAMED = Set.of("Namespace", "Service");

    private static final Set<String> SUBDOMAIN_NAMED = Set.of(
            "CronJob",
            "DaemonSet",
            "Deployment",
            "DeploymentConfig",
            "HTTPRouteGroup",
            "IngressBackend",
            "Job",
            "Pod",
            "ReplicaSet",
            "ReplicationController",
            "Rollout",
            "ServiceAccount",
            "StatefulSet",
            "TCPRoute",
            "TrafficTarget");

    private final String defaultNamespace;
    private final List<String> remarks = new ArrayList<>();

    ObjectReader(String defaultNamespace) {
        this.defaultNamespace = defaultNamespace;
    }

    List<KubeObject> read(ManifestFile file) {
        List<KubeObject> objects = new ArrayList<>();
        for (Document document : file.documents()) {
            read(file, document, List.of(), document.root(), objects);
        }
        return objects;
    }

    private void read(ManifestFile file, Document document, List<Object> path, Node node, List<KubeObject> objects) {
        if (!(node.resolved() instanceof MappingNode root)) {
            throw problem(document, node, "this is " + node.described() + ", not a Kubernetes object", "remove it");
        }
        String kind = identifying(document, root, "kind");
        String apiVersion = identifying(document, root, "apiVersion");
        Optional<SequenceNode> items =
                kind.endsWith("List") ? root.get("items").flatMap(Node::sequence) : Optional.empty();
        if (items.isPresent()) {
            RepeatedKeys.requireUnique(document, root);
            for (int i = 0; i < items.get().items().size(); i++) {
                List<Object> inner = new ArrayList<>(path);
                inner.add("items");
                inner.add(i);
                read(file, document, inner, items.get().items().get(i), objects);
            }
        } else if (!kind.equals("List")) {
            objects.add(object(file, document, path, root, apiVersion, kind));
        }
    }

    private static String identifying(Document document, MappingNode root, String key) {
        return root.get(key)
                .flatMap(Node::scalar)
                .filter(scalar ->
                        scalar.type() == ScalarType.TEXT && !scalar.value().isEmpty())
                .map(ScalarNode::value)
                .orElseThrow(() -> problem(
                        document,
                        root,
                        "the document has no " + key + ", so it is no Kubernetes object and kubectl rejects it",
                        "add " + key + ", or move the document out of the manifests"));
    }

    /** What was noticed in passing, in words. */
    List<String> remarks() {
        return remarks;
    }

    private KubeObject object(
            ManifestFile file, Document document, List<Object> path, MappingNode root, String apiVersion, String kind) {
        KubeObject unnamed = new KubeObject(file, document, path, root, apiVersion, kind, "", false, "");
        if (document.repeatsKey()) {
            remarks.addAll(RepeatedKeys.check(unnamed));
        }
        Fields metadata = unnamed.fields().requiredMapping("metadata");
        String name = metadata.strictText("name").orElseThrow(() -> unnamed(unnamed, metadata));
        checkName(document, metadata.node(), kind, name);
        if (isClusterWide(kind)) {
            return new KubeObject(file, document, path, root, apiVersion, kind, "", false, name);
        }
        Optional<String> namespace = metadata.strictText("namespace").filter(text -> !text.isEmpty());
        namespace.filter(text -> !DnsName.isLabel(text)).ifPresent(text -> {
            throw problem(
                    document,
                    metadata.node(),
                    "namespace \"" + Printable.text(text) + "\" is not a valid name; the API server rejects it",
                    "use lower-case letters, digits and dashes");
        });
        String effective = namespace.orElse(defaultNamespace);
        return new KubeObject(file, document, path, root, apiVersion, kind, effective, namespace.isPresent(), name);
    }

    private static void checkName(Document document, MappingNode metadata, String kind, String name) {
        boolean sound = LABEL_NAMED.contains(kind)
                ? DnsName.isLabel(name)
                : SUBDOMAIN_NAMED.contains(kind) ? DnsName.isSubdomain(name) : !name.isEmpty();
        if (!sound) {
            throw problem(
                    document,
                    metadata,
                    kind + " name \"" + Printable.text(name) + "\" is not valid; the API server rejects it",
                    isPlaceholder(name)
                            ? "it looks like a placeholder that the build fills in: name the folder of the filtered"
                                    + " files in smi.manifests"
                            : "use lower-case letters, digits and inner dashes");
        }
    }

    private static boolean isPlaceholder(String name) {
        return name.contains("${") || name.length() > 2 && name.startsWith("@") && name.endsWith("@");
    }

    /** Such objects can be created but not applied, as they are another one each time. */
    private static InputException unnamed(KubeObject object, Fields metadata) {
        return metadata.value("generateName").isPresent()
                ? problem(
                        object.document(),
                        metadata.node(),
                        object.kind() + " has generateName and no name; kubectl apply refuses it",
                        "give it a name, or keep it out of the manifests")
                : metadata.missing("name");
    }

    private static boolean isClusterWide(String kind) {
        return CLUSTER_WIDE.contains(kind) || kind.startsWith("Cluster");
    }

    private static InputException problem(Document document, Node node, String message, String fix) {
        return new InputException(new InputProblem(document.locate(node), message, fix));
    }
}
