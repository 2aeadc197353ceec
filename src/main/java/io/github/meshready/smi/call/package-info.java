/**
 * Who calls whom: one detector per kind of place, one parser per form of address, name resolution by the rules of
 * cluster DNS. Every call carries the evidence for it and how sure it is.
 */
package io.github.meshready.smi.call;
