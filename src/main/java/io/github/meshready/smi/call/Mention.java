package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;

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
record Mention(Workload source, Evidence.Place place, String key, String container, String value, Location location) {

    Evidence evidence(Address address) {
        return new Evidence(place, key, container, address.toString(), java.util.Optional.of(location));
    }
}
