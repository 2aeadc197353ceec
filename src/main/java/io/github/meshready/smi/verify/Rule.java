package io.github.meshready.smi.verify;

import java.util.List;

/** Something that has to hold. Each rule has a page of its own in the documentation. */
public interface Rule {

    /** The rule's id, such as {@code SMI-TT-05}; it never changes its meaning. */
    String id();

    /** Everything that breaks the rule. */
    List<Finding> check(Facts facts);
}
