/**
 * Routes from a module's compiled classes, which are neither loaded nor run: what its controllers, resources and gRPC services serve, and
 * what its declared clients use.
 */
package io.github.meshready.smi.route.code;
