/** What Open Service Mesh v1.2 does with policies: who is let through, who is not, and why. */
package io.github.meshready.smi.mesh;
