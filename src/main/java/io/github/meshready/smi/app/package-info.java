/**
 * What the manifests say: workloads, services, ports, accounts and namespaces as small records, read from the located
 * trees of {@code manifest}.
 */
package io.github.meshready.smi.app;
