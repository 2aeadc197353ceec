package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;

/**
 * One word of a container's command line.
 *
 * @param value the word; may hold credentials, so it is never printed
 * @param location where it stands
 */
public record Argument(String value, Location location) {}
