/** What the build's configuration says that the mesh must never let through: proved, or refuted with a call that passes. */
package io.github.meshready.smi.verify.invariant;
