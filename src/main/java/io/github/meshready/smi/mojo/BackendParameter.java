package io.github.meshready.smi.mojo;

import io.github.meshready.smi.policy.DeclaredSplit;

/** A {@code <backend>} element of a {@code <split>}; Maven fills the fields. */
public class BackendParameter {

    private String service;
    private String weight;

    DeclaredSplit.Backend toBackend(String apex) {
        String name = SplitParameter.text(service);
        String share = SplitParameter.text(weight);
        if (name.isEmpty() || share.isEmpty()) {
            throw new ParameterException(
                    "splits",
                    "a <backend> of the <split> of " + apex + " has no " + (name.isEmpty() ? "<service>" : "<weight>"),
                    "give each backend a Service and a weight");
        }
        return new DeclaredSplit.Backend(name, share);
    }
}
