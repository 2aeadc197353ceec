package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.Smi;

/** The IngressBackend that an exposed Service needs, ready to be completed. */
final class IngressSnippet {

    private IngressSnippet() {}

    /** @param targetPort the port of the pods: the mesh compares with that one (pkg/catalog/ingress.go) */
    static String of(Service service, int targetPort, Dialect dialect) {
        return """
            apiVersion: %s
            kind: %s
            metadata:
              name: %s
              namespace: %s
            spec:
              backends:
              - name: %s
                port:
                  number: %d
                  protocol: http
              sources:
              - kind: IPRange
                name: 203.0.113.0/24""".formatted(
                        dialect.policyVersion(),
                        Smi.INGRESS_BACKEND,
                        service.name().name(),
                        service.name().namespace(),
                        service.name().name(),
                        targetPort);
    }
}
