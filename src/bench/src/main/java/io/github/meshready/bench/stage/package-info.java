/** The stages of both goals in a warm JVM. Each class covers what is open to other packages; no stage is opened for its sake. */
package io.github.meshready.bench.stage;
