package io.github.meshready.smi.route;

import java.util.Comparator;
import java.util.Locale;

/**
 * What tells a route.
 *
 * @param kind what kind of thing that is
 * @param name the document, relative to the project, or the module; empty for the build's configuration
 */
public record RouteSource(Kind kind, String name) implements Comparable<RouteSource> {

    /** The build's configuration. */
    public static final RouteSource POM = new RouteSource(Kind.POM, "");

    private static final Comparator<RouteSource> ORDER =
            Comparator.comparing(RouteSource::kind).thenComparing(RouteSource::name);

    /** Kinds of sources, the one that counts most first. */
    public enum Kind {
        /** {@code <routes>} in the build's configuration. */
        POM,
        /** An OpenAPI document. */
        OPENAPI,
        /** The compiled classes of a module. */
        CLASSES,
        /** The {@code .proto} files and sets of descriptors of a module without classes. */
        PROTO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(RouteSource other) {
        return ORDER.compare(this, other);
    }

    /** In words, such as {@code classes of module orders}. */
    @Override
    public String toString() {
        return switch (kind) {
            case POM -> "<routes>";
            case OPENAPI -> "OpenAPI document " + name;
            case CLASSES -> "classes of module " + name;
            case PROTO -> "protocol files of module " + name;
        };
    }
}
