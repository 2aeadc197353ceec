package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.IngressBackend;
import java.util.Comparator;

/** Who calls or is called, as far as manifests show. Its text names it in messages. */
public sealed interface Party {

    /** What comes from outside of the manifests first, as it stands for most. */
    Comparator<Party> ORDER = Comparator.comparing(Party::rank).thenComparing(Party::toString);

    /** Its place among the kinds. */
    int rank();

    /** Whoever is not among the manifests, in the mesh or not. */
    record Anyone() implements Party {

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String toString() {
            return "anyone";
        }
    }

    /** Whoever an IngressBackend lets in. */
    record Ingress(IngressBackend policy) implements Party {

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String toString() {
            return "whoever " + policy.object().described() + " lets in";
        }
    }

    /** The pods of a workload, with or without a sidecar. */
    record Pods(Workload workload) implements Party {

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String toString() {
            return workload.id();
        }
    }

    /** Pods with a sidecar that run as an account, of which the manifests show none. */
    record Account(ObjectName name) implements Party {

        @Override
        public int rank() {
            return 3;
        }

        @Override
        public String toString() {
            return "ServiceAccount/" + name;
        }
    }
}
