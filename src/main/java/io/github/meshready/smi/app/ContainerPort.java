package io.github.meshready.smi.app;

/**
 * A port that a container declares.
 *
 * @param name its name, possibly empty
 * @param number its number
 */
public record ContainerPort(String name, int number) {

    /** The largest number that a port can have. */
    public static final int LARGEST = 65535;
}
