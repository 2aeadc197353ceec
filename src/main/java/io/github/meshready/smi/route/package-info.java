/**
 * HTTP routes as templates: where programs tell them, and how the mesh is told. A route stays a template, never an expression, until it is
 * rendered for a mesh.
 */
package io.github.meshready.smi.route;
