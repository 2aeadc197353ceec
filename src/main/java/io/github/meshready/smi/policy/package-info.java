/**
 * SMI and OSM resources as they stand in manifests, and the planner that turns calls into accounts, protocol marks and
 * exactly the policies that allow those calls.
 */
package io.github.meshready.smi.policy;
