/** Results as people and machines read them: lines for the console, and the JSON file that every other report reads. */
package io.github.meshready.smi.report;
