package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which containers of a pod the requests of calls over HTTP end at. All of them have to tell their routes, as the mesh has one list of
 * routes for all HTTP ports of an account (OSM v1.2.4, pkg/catalog/inbound_traffic_policies.go).
 */
final class Receivers {

    private final Map<Workload, SortedSet<Integer>> ports = new HashMap<>();

    Receivers(Application application, List<Call> calls) {
        for (Call call : calls) {
            if (call.protocol().isHttp()) {
                application
                        .selectedBy(call.service())
                        .forEach(workload -> call.port()
                                .target()
                                .on(workload.pod())
                                .ifPresent(ports.computeIfAbsent(workload, key -> new TreeSet<>())::add));
            }
        }
    }

    /** The containers; none where nobody calls. */
    List<Container> of(Workload workload) {
        List<Container> running = workload.pod().containers().stream()
                .filter(container -> !container.init())
                .toList();
        return ports.getOrDefault(workload, new TreeSet<>()).stream()
                .flatMap(port -> behind(port, running).stream())
                .distinct()
                .toList();
    }

    /** Who listens on a port: who declares it, else who declares none, as a container need not. */
    private static List<Container> behind(int port, List<Container> running) {
        List<Container> declaring = running.stream()
                .filter(container -> container.ports().stream().anyMatch(each -> each.number() == port))
                .toList();
        List<Container> silent = running.stream()
                .filter(container -> container.ports().isEmpty())
                .toList();
        return !declaring.isEmpty() ? declaring : silent.isEmpty() ? running : silent;
    }
}
