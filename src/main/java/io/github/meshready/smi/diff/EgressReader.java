package io.github.meshready.smi.diff;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.Smi;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What goes out of the mesh. */
final class EgressReader {

    private final Mesh mesh;
    private final Openings openings;

    EgressReader(Mesh mesh, Openings openings) {
        this.mesh = mesh;
        this.openings = openings;
    }

    void read() {
        if (!mesh.mode().egress().isClosed()) {
            openings.add(Door.ALL_OUT, Permission.everything(""), List.of());
        }
        if (mesh.mode().readsEgressPolicies()) {
            mesh.policies().egressPolicies().stream()
                    .filter(mesh::follows)
                    .forEach(policy -> policy.sources().stream()
                            .filter(AccountRef::isServiceAccount)
                            .forEach(source -> add(policy, source.account())));
        }
    }

    /** OSM v1.2.4, pkg/catalog/egress.go, pkg/envoy/lds/egress.go: what else is written as a protocol has no effect. */
    private void add(EgressPolicy policy, ObjectName source) {
        for (EgressPolicy.Port port : policy.ports()) {
            boolean isHttp = port.protocol().equals("http");
            List<Permission> permissions = isHttp ? requests(policy) : List.of(Permission.everything(port.protocol()));
            for (String place : places(policy, port.protocol())) {
                Door door = new Door(Door.Kind.EGRESS, source.toString(), place, Integer.toString(port.number()));
                Location by = policy.object().location();
                permissions.forEach(permission -> openings.add(door, permission, List.of(by)));
            }
        }
    }

    private static List<String> places(EgressPolicy policy, String protocol) {
        return switch (protocol) {
            case "http" -> policy.hosts();
            case "https" -> orAny(combined(policy.hosts(), policy.ranges()));
            case "tcp", "tcp-server-first" -> orAny(policy.ranges());
            default -> List.of();
        };
    }

    private static List<String> orAny(List<String> places) {
        return places.isEmpty() ? List.of(Door.ANY_ADDRESS) : places;
    }

    private static List<String> combined(List<String> hosts, List<String> ranges) {
        if (hosts.isEmpty() || ranges.isEmpty()) {
            return hosts.isEmpty() ? ranges : hosts;
        }
        List<String> both = new ArrayList<>();
        hosts.forEach(host -> ranges.forEach(range -> both.add(host + " at " + range)));
        return both;
    }

    /** With route groups, of its own namespace, only what they match; all matches of a group count. */
    private List<Permission> requests(EgressPolicy policy) {
        List<ObjectName> groups = policy.references(Smi.HTTP_ROUTE_GROUP);
        if (groups.isEmpty()) {
            return List.of(Permission.requests(HttpMatch.ANY_METHOD, HttpMatch.ANY_PATH, new TreeMap<>(), true));
        }
        return groups.stream()
                .flatMap(name -> mesh.policies().group(name).stream())
                .flatMap(group -> group.matches().stream())
                .flatMap(match -> AccessReader.requests(match, true).stream())
                .toList();
    }
}
