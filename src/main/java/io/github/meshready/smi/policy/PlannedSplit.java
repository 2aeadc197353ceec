package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;

/**
 * A TrafficSplit to write.
 *
 * @param name its name
 * @param split what it says
 */
public record PlannedSplit(ObjectName name, Split split) {}
