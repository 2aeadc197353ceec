package io.github.meshready.smi.app;

/**
 * A question that the kubelet asks a container, which shows what is spoken on a port.
 *
 * @param port the port that it asks
 * @param protocol what it speaks
 */
public record Probe(TargetPort port, AppProtocol protocol) {}
