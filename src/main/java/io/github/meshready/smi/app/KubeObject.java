package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Document;
import io.github.meshready.smi.manifest.Edit;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Kubernetes object and where it stands.
 *
 * @param file the file that holds it
 * @param document the document that holds it
 * @param path steps from the document's root to the object; empty unless it is an item of a List
 * @param root the object itself
 * @param apiVersion as written
 * @param kind as written
 * @param namespace the namespace it lands in; empty for cluster-wide kinds
 * @param namesNamespace whether the object itself says so, rather than the configured default
 * @param name metadata.name
 */
public record KubeObject(
        ManifestFile file,
        Document document,
        List<Object> path,
        MappingNode root,
        String apiVersion,
        String kind,
        String namespace,
        boolean namesNamespace,
        String name) {

    public KubeObject {
        path = List.copyOf(path);
    }

    /** The API group, empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    public boolean is(String wantedGroup, String wantedKind) {
        return kind.equals(wantedKind) && isOfGroup(wantedGroup);
    }

    private boolean isOfGroup(String wanted) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? wanted.isEmpty() : slash == wanted.length() && apiVersion.startsWith(wanted);
    }

    public ObjectName objectName() {
        return new ObjectName(namespace, name);
    }

    public Location location() {
        return document.locate(root);
    }

    public Location locate(Node node) {
        return document.locate(node);
    }

    /** Kind, namespace and name, as messages name it. */
    public String described() {
        return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
    }

    /** What the API server knows the object by. */
    public String identity() {
        return group() + "/" + described();
    }

    public Fields fields() {
        return new Fields(this, root);
    }

    /** The same object in another version of its file. */
    public KubeObject in(ManifestFile edited) {
        Document there = edited.documents().get(document.index());
        Node node = there.root();
        for (Object step : path) {
            Node parent = node.resolved();
            node = step instanceof Integer index
                    ? parent.sequence().orElseThrow().items().get(index)
                    : parent.mapping().orElseThrow().get((String) step).orElseThrow();
        }
        MappingNode found = node.mapping().orElseThrow();
        return new KubeObject(edited, there, path, found, apiVersion, kind, namespace, namesNamespace, name);
    }

    /**
     * An edit that sets a text in this object.
     *
     * @param field steps from the object to the key to set
     * @param value the text to set
     * @param after see {@link Edit.SetText#after()}
     */
    public Edit set(List<?> field, String value, List<String> after) {
        return new Edit.SetText(document.index(), at(field), value, after);
    }

    /** The edit that adds an item to a list of this object. */
    public Edit add(List<?> list, Map<String, String> item) {
        return new Edit.AddItem(document.index(), at(list), item);
    }

    private List<Object> at(List<?> field) {
        List<Object> full = new ArrayList<>(path);
        full.addAll(field);
        return full;
    }

    /** The same object stands at the same place; comparing what trees hold is {@code TreeComparison}'s job. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KubeObject object && object.root == root;
    }

    @Override
    public int hashCode() {
        return 31 * namespace.hashCode() + name.hashCode();
    }
}
