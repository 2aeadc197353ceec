package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.ObjectName;

/**
 * Who may reach what: the smallest thing that a policy can open or close.
 *
 * @param source the account of the caller
 * @param destination the account of the workload called
 * @param targetPort the port of its pods
 */
public record Access(ObjectName source, ObjectName destination, int targetPort) {}
