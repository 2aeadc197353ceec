package io.github.meshready.smi.diff;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.mesh.Verdict;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.TrafficTarget;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What TrafficTargets let through within the mesh. */
final class AccessReader {

    /** Opened by those targets only that open every port. */
    private static final int NO_PORT = -1;

    private final Mesh mesh;
    private final Openings openings;

    AccessReader(Mesh mesh, Openings openings) {
        this.mesh = mesh;
        this.openings = openings;
    }

    void read() {
        if (mesh.mode().permissive()) {
            openings.add(Door.PERMISSIVE, Permission.everything(""), List.of());
        }
        for (ObjectName account : mesh.destinations()) {
            DestinationPolicy policy = mesh.destination(account).orElseThrow();
            boolean isKnown = mesh.application().workloads().stream()
                    .anyMatch(workload -> workload.account().equals(account));
            for (ObjectName source : new TreeSet<>(policy.sources())) {
                if (isKnown) {
                    mesh.served(account).forEach(port -> addServed(policy, source, account, port));
                } else {
                    addUnknown(policy, source, account);
                }
            }
        }
    }

    private void addServed(DestinationPolicy policy, ObjectName source, ObjectName account, ServedPort port) {
        Decision decision = mesh.decideAt(source, account, port, Optional.empty());
        boolean isCertain = decision.isAllowed();
        if (port.protocol().isEmpty() || !isCertain && decision.verdict() != Verdict.UNDETERMINED) {
            return;
        }
        Door door = door(source, account, Integer.toString(port.targetPort()));
        if (port.isHttp()) {
            addRoutes(door, policy, source, isCertain);
        } else {
            openings.add(door, Permission.everything(""), places(policy.opening(source, port.targetPort())));
        }
    }

    /** No pods of the manifests run as the account: what its ports speak is not known, only which ones are open. */
    private void addUnknown(DestinationPolicy policy, ObjectName source, ObjectName account) {
        if (!policy.handsOutPods(source)) {
            return;
        }
        List<TrafficTarget> everywhere = policy.opening(source, NO_PORT);
        if (!everywhere.isEmpty()) {
            addUnknown(door(source, account, Door.ANY_PORT), policy, source, everywhere);
        }
        policy.targets().stream()
                .flatMap(target -> target.tcpRules().stream()
                        .flatMap(rule -> mesh.policies().tcpRoute(target.routeName(rule)).stream()))
                .flatMap(route -> route.ports().stream())
                .map(port -> port.effective())
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(port -> {
                    List<TrafficTarget> opening = policy.opening(source, port);
                    if (!opening.isEmpty()) {
                        addUnknown(door(source, account, Integer.toString(port)), policy, source, opening);
                    }
                });
    }

    private void addUnknown(Door door, DestinationPolicy policy, ObjectName source, List<TrafficTarget> opening) {
        openings.add(door, Permission.connections(), places(opening));
        addRoutes(door, policy, source, true);
    }

    private void addRoutes(Door door, DestinationPolicy policy, ObjectName source, boolean isCertain) {
        policy.routes().stream()
                .filter(route -> route.admits(source))
                .forEach(route -> addRoute(door, route, isCertain));
    }

    private void addRoute(Door door, Route route, boolean isCertain) {
        requests(route.match(), isCertain)
                .forEach(permission ->
                        openings.add(door, permission, List.of(route.match().location())));
    }

    /** A match, method by method. */
    static List<Permission> requests(HttpMatch match, boolean isCertain) {
        SortedMap<String, String> headers = new TreeMap<>(match.headers().all());
        List<String> methods = match.methods().isEmpty() || match.methods().contains(HttpMatch.ANY_METHOD)
                ? List.of(HttpMatch.ANY_METHOD)
                : match.methods();
        return methods.stream()
                .map(method -> Permission.requests(method, match.effectivePath(), headers, isCertain))
                .toList();
    }

    private static Door door(ObjectName source, ObjectName account, String port) {
        return new Door(Door.Kind.ACCESS, source.toString(), account.toString(), port);
    }

    private static List<Location> places(List<TrafficTarget> targets) {
        return targets.stream().map(target -> target.object().location()).toList();
    }
}
