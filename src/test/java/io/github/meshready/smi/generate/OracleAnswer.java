package io.github.meshready.smi.generate;

/** What the oracle says of a call. */
enum OracleAnswer {
    PASSES,
    FAILS,
    /** Some of the pods behind the Service answer, some do not. */
    SOMETIMES,
    /** The order in which the mesh sees its policies decides. */
    BY_ORDER
}
