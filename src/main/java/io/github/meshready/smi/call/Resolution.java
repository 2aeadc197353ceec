package io.github.meshready.smi.call;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;

/** What a host name leads to. */
sealed interface Resolution {

    /**
     * A Service of the manifests.
     *
     * @param pod whether the name is that of a single pod of it
     */
    record Found(Service service, boolean pod) implements Resolution {}

    /** A name of the cluster's DNS that no Service of the manifests has. */
    record NoSuchService(ObjectName wanted) implements Resolution {}

    /** A host outside of the cluster. */
    record External() implements Resolution {}

    /** The pod itself. */
    record Loopback() implements Resolution {}
}
