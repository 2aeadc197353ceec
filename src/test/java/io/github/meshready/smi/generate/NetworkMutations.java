package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.MutatedPolicies.map;
import static io.github.meshready.smi.generate.MutatedPolicies.oneOf;
import static io.github.meshready.smi.generate.PlainObjects.items;
import static io.github.meshready.smi.generate.PlainObjects.mapping;

import io.github.meshready.smi.generate.MutatedPolicies.Change;
import io.github.meshready.smi.generate.MutatedPolicies.Mutation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people do to Services, pods and namespaces. */
final class NetworkMutations {

    private static final String INJECTION = "openservicemesh.io/sidecar-injection";

    private NetworkMutations() {}

    static List<Mutation> services() {
        Map<String, Change> all = new HashMap<>();
        List<String> protocols = List.of("http", "gRPC", "grpc", "TCP", "tcp", "tcp-server-first", "https", "redis");
        all.put(
                "another protocol",
                (service, objects, random) -> port(service, random).put("appProtocol", oneOf(random, protocols)));
        all.put(
                "no protocol",
                (service, objects, random) -> port(service, random).remove("appProtocol"));
        all.put("a port's name", (service, objects, random) -> {
            Map<String, Object> port = port(service, random);
            port.remove("appProtocol");
            port.put("name", oneOf(random, List.of("tcp", "tcp-db", "redis-tcp", "grpc-x", "tcp-server-first-y")));
        });
        all.put(
                "another target port",
                (service, objects, random) ->
                        port(service, random).put("targetPort", oneOf(random, List.of(5000, 101, "t0", "unknown"))));
        all.put(
                "headless",
                (service, objects, random) -> mapping(service, "spec").put("clusterIP", "None"));
        all.put(
                "another selector",
                (service, objects, random) -> mapping(service, "spec")
                        .put("selector", map("app", oneOf(random, List.of("s0", "s1", "nobody")))));
        all.put(
                "no selector",
                (service, objects, random) -> mapping(service, "spec").remove("selector"));
        return MutatedPolicies.named(all);
    }

    static List<Mutation> pods() {
        Map<String, Change> all = new HashMap<>();
        for (String value : List.of("disabled", "False", "enabled", "perhaps")) {
            all.put(
                    "injection " + value,
                    (pods, objects, random) -> template(pods, "metadata").put("annotations", map(INJECTION, value)));
        }
        all.put(
                "host's network",
                (pods, objects, random) -> template(pods, "spec").put("hostNetwork", true));
        all.put(
                "another account",
                (pods, objects, random) -> template(pods, "spec")
                        .put("serviceAccountName", oneOf(random, List.of("s0", "s1", "shared", "default"))));
        return MutatedPolicies.named(all);
    }

    static List<Mutation> namespaces() {
        Map<String, Change> all = new HashMap<>();
        all.put(
                "not in the mesh",
                (namespace, objects, random) -> mapping(namespace, "metadata").remove("labels"));
        all.put(
                "injection disabled",
                (namespace, objects, random) ->
                        mapping(namespace, "metadata").put("annotations", map(INJECTION, "disabled")));
        return MutatedPolicies.named(all);
    }

    private static Map<String, Object> port(Map<String, Object> service, Random random) {
        return mapping(oneOf(random, items(service, "spec", "ports")));
    }

    private static Map<String, Object> template(Map<String, Object> pods, String part) {
        return mapping(pods, "spec", "template", part);
    }
}
