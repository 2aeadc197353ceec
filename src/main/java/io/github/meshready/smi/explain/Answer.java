package io.github.meshready.smi.explain;

/** What comes of a question: one call explained, or who may call whom. */
public sealed interface Answer permits Explanation, Matrix {}
