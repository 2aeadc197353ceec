package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;

/**
 * An appProtocol to write on a Service port that the mesh would take for http.
 *
 * @param service the Service
 * @param port its port
 * @param protocol what is spoken there
 * @param why what tells it, for messages
 */
public record ProtocolMark(Service service, ServicePort port, AppProtocol protocol, String why) {}
