package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An IngressBackend to write.
 *
 * @param name its name
 * @param service the Service that it opens
 * @param ports ports of the pods, with the protocol of each
 * @param callers who may send
 * @param how what exposes the Service, in words
 */
public record PlannedIngress(
        ObjectName name, Service service, SortedMap<Integer, String> ports, Callers callers, List<String> how) {

    public PlannedIngress {
        ports = new TreeMap<>(ports);
        how = List.copyOf(how);
    }

    /**
     * Who may send requests from outside of the mesh.
     *
     * @param services Services of ingress controllers
     * @param ranges CIDRs
     * @param principals identities in certificates
     */
    public record Callers(SortedSet<ObjectName> services, SortedSet<String> ranges, SortedSet<String> principals) {

        static Callers of(List<DeclaredIngress> declared) {
            Callers callers = new Callers(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            declared.forEach(each -> {
                each.service().ifPresent(callers.services::add);
                callers.ranges.addAll(each.ranges());
                callers.principals.addAll(each.principals());
            });
            return callers;
        }

        /** Whether they have to show certificates of the mesh. */
        public boolean isEncrypted() {
            return !principals.isEmpty();
        }
    }
}
