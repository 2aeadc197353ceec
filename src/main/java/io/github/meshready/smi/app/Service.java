package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kubernetes Service.
 *
 * @param object the object that defines it
 * @param type ClusterIP, NodePort, LoadBalancer or ExternalName
 * @param headless whether it has no cluster IP
 * @param selector the labels of its pods; empty selects none
 * @param ports its ports
 */
public record Service(
        KubeObject object, String type, boolean headless, Map<String, String> selector, List<ServicePort> ports) {

    static final String EXTERNAL_NAME = "ExternalName";

    public Service {
        selector = Map.copyOf(selector);
        ports = List.copyOf(ports);
    }

    public ObjectName name() {
        return object.objectName();
    }

    /** The ports that carry TCP; the mesh does not intercept others. */
    public List<ServicePort> tcpPorts() {
        return ports.stream().filter(ServicePort::isTcp).toList();
    }

    /** The TCP port with this number. */
    public Optional<ServicePort> tcpPort(int number) {
        return ports.stream()
                .filter(port -> port.isTcp() && port.number() == number)
                .findFirst();
    }

    /** Whether it is only another name for a host. */
    public boolean isAlias() {
        return type.equals(EXTERNAL_NAME);
    }

    /** Whether what answers is none of the cluster's workloads: it is an alias, or somebody else keeps its endpoints. */
    public boolean leadsElsewhere() {
        return isAlias() || selector.isEmpty();
    }

    /** The host that it is another name for, if it is one. */
    public Optional<String> aliasOf() {
        return isAlias()
                ? object.fields().mapping("spec").flatMap(spec -> spec.text("externalName"))
                : Optional.empty();
    }

    /** Where a field of a port stands; where it is absent, where the port does. */
    public Location location(ServicePort port, String field) {
        return object.fields()
                .requiredMapping("spec")
                .mappings("ports")
                .get(port.index())
                .location(field);
    }

    /** The TCP port with this name. */
    public Optional<ServicePort> tcpPort(String portName) {
        return ports.stream()
                .filter(port -> port.isTcp() && port.name().equals(portName))
                .findFirst();
    }

    /**
     * Whether its pods see the addresses of callers from outside, rather than those of nodes (Kubernetes, Services,
     * externalTrafficPolicy).
     */
    public boolean keepsCallersAddresses() {
        return object.fields()
                .mapping("spec")
                .flatMap(spec -> spec.text("externalTrafficPolicy"))
                .filter("Local"::equals)
                .isPresent();
    }

    /** Whether traffic from outside of the cluster reaches it without anything in front. */
    public boolean isExposed() {
        return type.equals("LoadBalancer") || type.equals("NodePort");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Service service && service.object.equals(object);
    }

    @Override
    public int hashCode() {
        return object.hashCode();
    }

    @Override
    public String toString() {
        return name().toString();
    }
}
