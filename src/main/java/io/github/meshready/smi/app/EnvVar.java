package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;

/**
 * An environment variable with a literal value.
 *
 * @param name its name
 * @param value its value; may hold credentials, so it is never printed
 * @param location where the value stands
 */
public record EnvVar(String name, String value, Location location) {}
