package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;

/** One piece of evidence for one call, before the pieces are put together. */
record Candidate(
        Workload source, Service service, ServicePort port, Confidence confidence, String scheme, Evidence evidence) {

    /** What makes two candidates the same call. */
    record Key(String source, PortKey port) {}

    Key key() {
        return new Key(source.id(), PortKey.of(service, port));
    }
}
