package io.github.meshready.smi.explain;

import io.github.meshready.smi.verify.VerifyRequest;

/**
 * What to explain. Texts are as somebody typed them, empty where nothing was said.
 *
 * @param manifests the manifests and the mesh
 * @param from the workload that calls; empty for every workload
 * @param to the Service that is called, possibly with a port, as {@code name:port}; empty for every Service
 * @param request method and path of a request, such as {@code GET /books}; empty for any request
 * @param headers its headers, as {@code name: value, name: value}
 */
public record ExplainRequest(VerifyRequest manifests, String from, String to, String request, String headers) {}
