/**
 * Text: finds manifest files, checks their bytes, parses them with positions, edits them without touching any other
 * byte, and writes results atomically. Knows nothing of Kubernetes beyond {@code apiVersion} and {@code kind}.
 */
package io.github.meshready.smi.manifest;
