/** The use case of {@code smi:diff}: what access appears, disappears or changes between two sets of manifests. */
package io.github.meshready.smi.diff;
