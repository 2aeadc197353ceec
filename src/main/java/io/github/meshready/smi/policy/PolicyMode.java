package io.github.meshready.smi.policy;

/** When TrafficTargets are written, and accounts for them to name. */
public enum PolicyMode {
    /** In every mode of the mesh, ahead of the day on which it enforces them. */
    ALWAYS,
    /** If the mesh enforces them. */
    ENFORCED,
    /** Not at all: somebody else does. */
    NEVER
}
