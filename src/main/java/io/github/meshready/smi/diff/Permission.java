package io.github.meshready.smi.diff;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.PathContainment;
import io.github.meshready.smi.policy.HttpMatch;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a door lets through.
 *
 * @param scope how much of it
 * @param protocol the protocol that alone may be spoken; empty for any
 * @param method the method that requests have to have, {@code *} for any; empty unless requests are looked at
 * @param path expression for the path of requests; empty unless they are looked at
 * @param headers expressions for the headers that requests have to carry
 * @param isCertain whether it always passes; else that depends on the order of routes in the mesh
 */
public record Permission(
        Scope scope, String protocol, String method, String path, SortedMap<String, String> headers, boolean isCertain)
        implements Comparable<Permission> {

    private static final Comparator<Permission> ORDER = Comparator.comparing(Permission::scope)
            .thenComparing(Permission::protocol)
            .thenComparing(Permission::path)
            .thenComparing(Permission::method)
            .thenComparing(permission -> permission.headers().toString())
            .thenComparing(Permission::isCertain);

    private static final String HTTP = "http";

    public Permission {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** How much passes. */
    public enum Scope {
        /** Whatever is sent. */
        EVERYTHING,
        /** Connections, of which it is not known whether their requests are looked at. */
        CONNECTIONS,
        /** Requests that match. */
        REQUESTS
    }

    /** @param protocol the protocol that alone may be spoken; empty for any */
    static Permission everything(String protocol) {
        return new Permission(Scope.EVERYTHING, protocol, "", "", new TreeMap<>(), true);
    }

    static Permission connections() {
        return new Permission(Scope.CONNECTIONS, "", "", "", new TreeMap<>(), true);
    }

    static Permission requests(String method, String path, SortedMap<String, String> headers, boolean isCertain) {
        return new Permission(Scope.REQUESTS, "", method, path, headers, isCertain);
    }

    /** The same, depending on the order of routes. */
    Permission byOrder() {
        return new Permission(scope, protocol, method, path, headers, false);
    }

    /**
     * Whether whatever another permission lets through is let through by this one. Where that cannot be told of two
     * expressions it counts as no, so that nothing that grows is overlooked.
     *
     * @param wholePath whether expressions have to match whole paths
     */
    boolean covers(Permission other, boolean wholePath) {
        return switch (scope) {
            case EVERYTHING ->
                protocol.isEmpty()
                        || protocol.equals(other.protocol)
                        || protocol.equals(HTTP) && other.scope == Scope.REQUESTS;
            case CONNECTIONS -> other.scope == Scope.CONNECTIONS;
            case REQUESTS ->
                other.scope == Scope.REQUESTS
                        && (isCertain || !other.isCertain)
                        && (method.equals(HttpMatch.ANY_METHOD) || method.equals(other.method))
                        && other.headers.entrySet().containsAll(headers.entrySet())
                        && PathContainment.covers(path, other.path, wholePath);
        };
    }

    @Override
    public int compareTo(Permission other) {
        return ORDER.compare(this, other);
    }

    /** In words, such as {@code GET /books, header client-app: web}. */
    @Override
    public String toString() {
        return switch (scope) {
            case EVERYTHING -> protocol.isEmpty() ? "everything" : "everything over " + Printable.text(protocol);
            case CONNECTIONS -> "connections";
            case REQUESTS -> {
                StringBuilder words = new StringBuilder(method + " " + Printable.text(path));
                headers.forEach((name, value) -> words.append(", header ")
                        .append(Printable.text(name))
                        .append(": ")
                        .append(Printable.text(value)));
                yield words + (isCertain ? "" : " (depends on the order of routes)");
            }
        };
    }
}
