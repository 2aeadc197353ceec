package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;

/**
 * A TrafficSplit as it stands in a manifest, as far as it is read.
 *
 * @param object the object
 * @param apex the Service whose calls it spreads over others, always in its own namespace (OSM v1.2.4,
 *     pkg/smi/client.go FilterTrafficSplit)
 */
public record TrafficSplit(KubeObject object, ObjectName apex) {}
