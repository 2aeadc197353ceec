package io.github.meshready.smi.app;

/**
 * Name of a namespaced object of a known kind.
 *
 * @param namespace its namespace, never empty
 * @param name its name
 */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {

    @Override
    public int compareTo(ObjectName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
