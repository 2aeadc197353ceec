package io.github.meshready.smi.app;

import java.util.Optional;

/**
 * What a route from outside leads to.
 *
 * @param service the Service
 * @param port the number or name of its port; the empty string means every port
 * @param byTarget whether the port is that of the pods
 */
record RouteBackend(ObjectName service, String port, boolean byTarget) {

    static RouteBackend of(Fields fields, String namespace) {
        return new RouteBackend(name(fields, namespace), fields.text("port").orElse(""), false);
    }

    /** Routes of OpenShift give the target port, by number or name (route.openshift.io/v1, RoutePort). */
    static RouteBackend byTarget(Fields fields, String port, String namespace) {
        return new RouteBackend(name(fields, namespace), port, true);
    }

    private static ObjectName name(Fields fields, String namespace) {
        return new ObjectName(
                fields.text("namespace").filter(text -> !text.isEmpty()).orElse(namespace),
                fields.text("name").orElse(""));
    }

    /** The form of networking.k8s.io/v1, else that of the versions before it. */
    static RouteBackend ofIngress(Fields fields, String namespace) {
        Optional<Fields> service = fields.mapping("service");
        String name = service.flatMap(found -> found.text("name"))
                .or(() -> fields.text("serviceName"))
                .orElse("");
        String port = service.flatMap(found -> found.mapping("port"))
                .flatMap(found -> found.text("number").or(() -> found.text("name")))
                .or(() -> fields.text("servicePort"))
                .orElse("");
        return new RouteBackend(new ObjectName(namespace, name), port, false);
    }

    boolean means(ServicePort candidate) {
        return port.isEmpty()
                || port.equals(candidate.name())
                || port.equals(byTarget ? candidate.target().toString() : Integer.toString(candidate.number()));
    }
}
