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

    /** As records have it, without the bootstrap methods of one: names are the keys of nearly every map. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectName another && name.equals(another.name) && namespace.equals(another.namespace);
    }

    @Override
    public int hashCode() {
        return 31 * namespace.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
