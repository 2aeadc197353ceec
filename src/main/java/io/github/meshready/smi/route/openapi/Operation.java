package io.github.meshready.smi.route.openapi;

import java.util.Set;

/**
 * One method of one path.
 *
 * @param method the method
 * @param name the operationId; empty where there is none
 * @param prefixes what stands in front of the path
 * @param part where it is written
 */
record Operation(String method, String name, Set<String> prefixes, Part part) {}
