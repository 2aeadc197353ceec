package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;

/**
 * An identity that a TrafficTarget names.
 *
 * @param kind as written; only ServiceAccount works
 * @param name the account's name
 * @param namespace the account's namespace, or the empty string where none is given
 * @param location where it stands
 */
public record AccountRef(String kind, String name, String namespace, Location location) {

    public ObjectName account() {
        return new ObjectName(namespace, name);
    }

    public boolean isServiceAccount() {
        return kind.equals(Smi.SERVICE_ACCOUNT);
    }
}
