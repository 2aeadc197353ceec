/** The use case of {@code smi:explain}: what happens to one call and why, or who may call whom. */
package io.github.meshready.smi.explain;
