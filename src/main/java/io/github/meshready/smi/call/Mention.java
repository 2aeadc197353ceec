package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.Optional;

/**
 * A text that a workload is given and that may hold addresses.
 *
 * @param source the workload that reads it
 * @param place the kind of place it stands in
 * @param key what it is called there, or the empty string
 * @param container the container that is given it
 * @param value the text; never printed
 * @param location where it stands
 */
record Mention(
        Workload source, Evidence.Place place, String key, Container container, String value, Location location) {

    Evidence evidence(Address address) {
        return new Evidence(
                place, printableKey(), container.name(), container.init(), address.toString(), Optional.of(location));
    }

    /** A short option with its value written to it, {@code -psecret} say, is none to print. */
    private String printableKey() {
        boolean option = key.startsWith("--") || key.startsWith("-D") || key.length() == 2 || !key.startsWith("-");
        return option || KeyHint.of(key) == KeyHint.ADDRESS ? key : "";
    }
}
