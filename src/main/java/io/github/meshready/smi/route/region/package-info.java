/**
 * From the routes that callers may use at one destination to the matches that a mesh is told: no request is matched by two of them, and each
 * says who may send it.
 */
package io.github.meshready.smi.route.region;
