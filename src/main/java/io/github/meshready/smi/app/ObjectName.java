package io.github.meshready.smi.app;

import java.util.Comparator;

/**
 * Name of a namespaced object of a known kind.
 *
 * @param namespace its namespace, never empty
 * @param name its name
 */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {

    private static final Comparator<ObjectName> ORDER =
            Comparator.comparing(ObjectName::namespace).thenComparing(ObjectName::name);

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
