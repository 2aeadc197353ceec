package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.call.PortKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An appProtocol to write on a Service port that the mesh would take for http.
 *
 * @param service the Service
 * @param port its port
 * @param protocol what is spoken there
 * @param why what tells it, for messages
 */
public record ProtocolMark(Service service, ServicePort port, AppProtocol protocol, String why) {

    /** What the mesh takes ports for once the marks are written. */
    static PortReading reading(List<ProtocolMark> marks) {
        Map<PortKey, AppProtocol> marked = new HashMap<>();
        marks.forEach(mark -> marked.put(PortKey.of(mark.service(), mark.port()), mark.protocol()));
        return (service, port) -> Optional.ofNullable(marked.get(PortKey.of(service, port)))
                .or(() -> PortReading.WRITTEN.protocol(service, port));
    }
}
