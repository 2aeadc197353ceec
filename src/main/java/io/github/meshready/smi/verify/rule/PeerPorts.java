package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.verify.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ports on which the members of a cluster call each other, by the software that runs in the pods. */
final class PeerPorts {

    private static final Map<String, Set<Integer>> BY_PRODUCT = Map.of(
            "zookeeper",
            Set.of(2888, 3888),
            "cassandra",
            Set.of(7000, 7001),
            "elasticsearch",
            Set.of(9300),
            "opensearch",
            Set.of(9300),
            "rabbitmq",
            Set.of(4369, 25672),
            "etcd",
            Set.of(2380));

    /** Those of ZooKeeper and Cassandra, which listen there at the pod's own address unless told otherwise. */
    private static final Set<Integer> AT_POD_ADDRESS = Set.of(2888, 3888, 7000, 7001);

    private PeerPorts() {}

    static boolean isAtPodAddress(int targetPort) {
        return AT_POD_ADDRESS.contains(targetPort);
    }

    /** Such ports of a workload that go through its sidecar and that a Service leads to. */
    static List<ServedPort> of(Facts facts, Workload workload) {
        Set<Integer> peers = BY_PRODUCT.entrySet().stream()
                .filter(product -> workload.pod().containers().stream()
                        .anyMatch(container ->
                                !container.init() && name(container).contains(product.getKey())))
                .flatMap(product -> product.getValue().stream())
                .collect(Collectors.toSet());
        return facts.mesh().served(workload.account()).stream()
                .filter(served -> peers.contains(served.targetPort())
                        && facts.application().servicesOf(workload).contains(served.service())
                        && !facts.mesh().exclusions().inbound(workload, served.targetPort()))
                .sorted(Comparator.comparing(ServedPort::targetPort))
                .toList();
    }

    /** The last part of the image's name. */
    private static String name(Container container) {
        String image = container.image();
        int start = image.lastIndexOf('/') + 1;
        int end = start;
        while (end < image.length() && image.charAt(end) != ':' && image.charAt(end) != '@') {
            end++;
        }
        return image.substring(start, end);
    }
}
