/** Which findings count: severities of the build's own, suppressions, and a baseline of what is known already. */
package io.github.meshready.smi.verify.gate;
