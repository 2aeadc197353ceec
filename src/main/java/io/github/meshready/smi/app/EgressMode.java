package io.github.meshready.smi.app;

/** What happens with calls out of the cluster where the mesh lets none out. */
public enum EgressMode {
    /** Egress policies are written for them. */
    WRITE,
    /** They are reported as refused. */
    WARN,
    /** They are listed only. */
    OFF
}
