/** One class per rule. What a rule means never changes; osm.md of the design notes gives each its source. */
package io.github.meshready.smi.verify.rule;
