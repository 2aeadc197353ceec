/**
 * Routes from OpenAPI 3.x and Swagger 2.0 documents. Only paths, servers and what leads to them are read; the network never, and no
 * file outside of the project.
 */
package io.github.meshready.smi.route.openapi;
