package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import java.util.List;

/**
 * An Egress as it stands in a manifest, as far as it is read.
 *
 * @param object the object
 * @param sources the accounts whose pods it lets out
 */
public record EgressPolicy(KubeObject object, List<AccountRef> sources) {

    public EgressPolicy {
        sources = List.copyOf(sources);
    }
}
