/**
 * What the build knows of the modules that become workloads: how each is called, and what its configuration files say.
 */
package io.github.meshready.smi.module;
