/** What is remembered of a run that succeeded, and whether another one would come to the same. */
package io.github.meshready.smi.lastrun;
