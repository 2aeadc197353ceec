package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;

/**
 * That a port of pods is to be opened to traffic from outside.
 *
 * @param service the Service that the traffic is for
 * @param workload the pods
 * @param targetPort their port
 * @param protocol what an IngressBackend calls the protocol, unless callers have to show certificates
 * @param caller who calls
 * @param how what exposes the Service, in words
 */
record IngressDemand(
        Service service, Workload workload, int targetPort, String protocol, DeclaredIngress caller, String how) {}
