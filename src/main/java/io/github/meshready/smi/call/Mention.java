package io.github.meshready.smi.call;

import io.github.meshready.smi.app.ConfigData;
import io.github.meshready.smi.app.ConfigName;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.Optional;

/**
 * A text that a workload is given and that may hold addresses.
 *
 * @param source the workload that reads it
 * @param container the container that is given it
 * @param place the kind of place it stands in
 * @param key what it is called there, or the empty string
 * @param value the text; never printed
 * @param siblings what stands beside it, by key: ports and namespaces are often kept apart from hosts
 * @param origin where it is kept
 * @param location where it stands
 */
record Mention(
        Workload source,
        Container container,
        Evidence.Place place,
        String key,
        String value,
        Neighbours siblings,
        Origin origin,
        Location location) {

    /** A text of the workload's own manifest with nothing beside it. */
    Mention(Workload source, Evidence.Place place, String key, Container container, String value, Location location) {
        this(source, container, place, key, value, Neighbours.NONE, Origin.OWN, location);
    }

    /** A file that a container is given out of a ConfigMap or Secret. */
    static Mention ofFile(
            Workload source,
            Container container,
            String name,
            ConfigName config,
            ConfigData.Entry entry,
            Environment environment) {
        return new Mention(
                source,
                container,
                Evidence.Place.FILE,
                "",
                environment.expanded(entry.value()),
                Neighbours.NONE,
                Origin.file(name, config),
                entry.location());
    }

    /** Another text found in this one. */
    Mention part(Evidence.Place newPlace, String newKey, String newValue, Neighbours newSiblings) {
        return new Mention(source, container, newPlace, newKey, newValue, newSiblings, origin, location);
    }

    /** The same text, kept elsewhere. */
    Mention from(Origin other) {
        return new Mention(source, container, place, key, value, siblings, other, location);
    }

    Evidence evidence(Address address) {
        return new Evidence(
                place,
                printableKey(),
                container.name(),
                container.init(),
                address.toString(),
                origin.described(),
                Optional.of(location));
    }

    /** A short option with its value written to it, {@code -psecret} say, is none to print. */
    private String printableKey() {
        boolean option = key.startsWith("--") || key.startsWith("-D") || key.length() == 2 || !key.startsWith("-");
        return option || KeyHint.of(key) == KeyHint.ADDRESS ? key : "";
    }
}
