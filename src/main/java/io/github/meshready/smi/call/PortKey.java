package io.github.meshready.smi.call;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;

/**
 * Names one port of one Service.
 *
 * @param service the Service
 * @param index the port's position in the Service's list
 */
public record PortKey(ObjectName service, int index) {

    public static PortKey of(Service service, ServicePort port) {
        return new PortKey(service.name(), port.index());
    }
}
