package io.github.meshready.smi.app;

import java.util.OptionalInt;

/**
 * The port of the pods that a Service port leads to.
 *
 * @param number its number, or 0 where it is given by name
 * @param name the name of a container port, or the empty string
 */
public record TargetPort(int number, String name) {

    /** The number that it has on these pods; empty if they declare no port of that name. */
    public OptionalInt on(PodTemplate pod) {
        return name.isEmpty() ? OptionalInt.of(number) : pod.port(name);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? Integer.toString(number) : name;
    }
}
