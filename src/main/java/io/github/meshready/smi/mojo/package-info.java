/**
 * The goals: each reads its parameters into one request, calls one use case, prints the result and fails. The only
 * package that knows Maven.
 */
package io.github.meshready.smi.mojo;
