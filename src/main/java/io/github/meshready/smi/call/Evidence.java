package io.github.meshready.smi.call;

import io.github.meshready.smi.manifest.Location;
import java.util.Comparator;
import java.util.Optional;

/**
 * What says that a call is made. Holds names, host and port, never a whole value: values carry credentials.
 *
 * @param place the kind of place that says it
 * @param key the variable, option or parameter there
 * @param container the container it belongs to, or the empty string
 * @param init whether that is an init container, whose calls do not go through a sidecar
 * @param address host and port as found
 * @param origin where that is kept if not in the workload's own manifest, in words; else the empty string
 * @param location where it stands; empty for what the build's configuration declares
 * @param path how the paths of its requests begin, as far as a URL that may be shown tells; else the empty string
 */
public record Evidence(
        Place place,
        String key,
        String container,
        boolean init,
        String address,
        String origin,
        Optional<Location> location,
        String path) {

    /** Evidence of which nothing is known but host and port. */
    public Evidence(
            Place place,
            String key,
            String container,
            boolean init,
            String address,
            String origin,
            Optional<Location> location) {
        this(place, key, container, init, address, origin, location, "");
    }

    /** The same with how the paths of its requests begin. */
    Evidence with(String start) {
        return new Evidence(place, key, container, init, address, origin, location, start);
    }

    /** The order in which evidence is shown. */
    public static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::place)
            .thenComparing(evidence -> evidence.location().map(Location::file).orElse(""))
            .thenComparing(evidence -> evidence.location().map(Location::line).orElse(0))
            .thenComparing(evidence -> evidence.location().map(Location::column).orElse(0))
            .thenComparing(Evidence::key)
            .thenComparing(Evidence::address)
            .thenComparing(Evidence::path);

    /** Kinds of places. */
    public enum Place {
        DECLARED("declared"),
        ENV("env"),
        ARGUMENT("argument"),
        /** A file that is mounted into the container. */
        FILE("file"),
        /** A file that is mounted to be handed on, a page or a script for a database say, not to be read. */
        CONTENT("content"),
        /** A configuration file of the module that becomes the workload. */
        RESOURCE("resource"),
        /** An environment variable, of a ConfigMap that several workloads share, that the module's code never names. */
        UNREAD("unread"),
        /** A class of the module that becomes the workload, or one of its libraries that it uses. */
        CODE("code"),
        /** An annotation of the workload that draws its calls for people. */
        ANNOTATION("annotation");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        /** Whether what stands there is hardly meant for the workload itself. */
        boolean isOnlySuggestive() {
            return this == CONTENT || this == UNREAD;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Place and key in a few words, such as {@code env REDIS}. */
    public String described() {
        if (place == Place.DECLARED) {
            return key.isEmpty() ? place.toString() : place + ": " + key;
        }
        String what =
                (key.isEmpty() ? place.toString() : place + " " + key) + (origin.isEmpty() ? "" : " of " + origin);
        return init ? what + " of init container " + container : what;
    }
}
