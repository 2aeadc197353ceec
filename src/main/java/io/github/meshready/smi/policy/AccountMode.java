package io.github.meshready.smi.policy;

/** Which workloads get a service account of their own. */
public enum AccountMode {
    /** Those that name none, or {@code default}. */
    MISSING,
    /** Those too that share theirs with others: the mesh cannot tell these apart. */
    DEDICATED
}
