package io.github.meshready.smi.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What OSM would allow, worked out from written YAML by other means than the product's: Jackson's trees and the words of
 * the reference on how TrafficTargets add up. Knows only well-formed policies.
 */
final class PolicyOracle {

    private final Map<String, JsonNode> objects = new HashMap<>();
    private final List<JsonNode> targets = new ArrayList<>();

    PolicyOracle(Iterable<String> files) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        for (String file : files) {
            for (JsonNode node :
                    mapper.readerFor(JsonNode.class).<JsonNode>readValues(file).readAll()) {
                objects.put(
                        node.path("kind").asText() + " " + namespace(node) + "/"
                                + node.at("/metadata/name").asText(),
                        node);
                if (node.path("kind").asText().equals("TrafficTarget")) {
                    targets.add(node);
                }
            }
        }
    }

    /** {@code source destination targetPort} of all access that is allowed. */
    Set<String> allowed() {
        Set<String> allowed = new TreeSet<>();
        for (JsonNode target : targets) {
            String destination = account(target.at("/spec/destination"));
            for (JsonNode source : target.at("/spec/sources")) {
                for (Map.Entry<Integer, Boolean> port : served(destination).entrySet()) {
                    boolean http = port.getValue();
                    boolean routed =
                            granting(destination, account(source)).stream().anyMatch(this::hasRoute);
                    boolean open = granting(destination, account(source)).stream()
                            .anyMatch(each -> opens(each, port.getKey()));
                    if (open && (!http || routed)) {
                        allowed.add(account(source) + " " + destination + " " + port.getKey());
                    }
                }
            }
        }
        return allowed;
    }

    private List<JsonNode> granting(String destination, String source) {
        List<JsonNode> granting = new ArrayList<>();
        for (JsonNode target : targets) {
            for (JsonNode each : target.at("/spec/sources")) {
                if (account(target.at("/spec/destination")).equals(destination)
                        && account(each).equals(source)) {
                    granting.add(target);
                }
            }
        }
        return granting;
    }

    private boolean hasRoute(JsonNode target) {
        for (JsonNode rule : target.at("/spec/rules")) {
            JsonNode group = objects.get("HTTPRouteGroup " + namespace(target) + "/"
                    + rule.path("name").asText());
            for (JsonNode wanted : rule.path("matches")) {
                for (JsonNode match : group == null ? List.<JsonNode>of() : group.at("/spec/matches")) {
                    if (match.path("name").asText().equals(wanted.asText())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean opens(JsonNode target, int port) {
        Set<Integer> ports = new HashSet<>();
        for (JsonNode rule : target.at("/spec/rules")) {
            if (rule.path("kind").asText().equals("TCPRoute")) {
                JsonNode route = objects.get("TCPRoute " + namespace(target) + "/"
                        + rule.path("name").asText());
                route.at("/spec/matches/ports").forEach(each -> ports.add(each.asInt()));
            }
        }
        return ports.isEmpty() || ports.contains(port);
    }

    /** Ports of the pods of an account that Services lead to, and whether they speak HTTP. */
    private Map<Integer, Boolean> served(String account) {
        Map<Integer, Boolean> served = new HashMap<>();
        objects.forEach((name, workload) -> {
            boolean runs = name.startsWith("Deployment ")
                    && workload.at("/spec/template/metadata/annotations").isMissingNode()
                    && account.equals(namespace(workload) + "/"
                            + workload.at("/spec/template/spec/serviceAccountName")
                                    .asText());
            objects.forEach((other, service) -> {
                boolean selects = other.startsWith("Service ")
                        && namespace(service).equals(namespace(workload))
                        && selects(service.at("/spec/selector"), workload.at("/spec/template/metadata/labels"));
                if (runs && selects) {
                    service.at("/spec/ports")
                            .forEach(port ->
                                    served.merge(targetPort(port, workload), isHttp(port), Boolean::logicalAnd));
                }
            });
        });
        return served;
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return selector.properties().stream().allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
    }

    private static int targetPort(JsonNode port, JsonNode workload) {
        JsonNode target = port.path("targetPort");
        if (target.isInt()) {
            return target.asInt();
        }
        for (JsonNode each : workload.at("/spec/template/spec/containers/0/ports")) {
            if (each.path("name").equals(target)) {
                return each.path("containerPort").asInt();
            }
        }
        return port.path("port").asInt();
    }

    private static boolean isHttp(JsonNode port) {
        return Set.of("http", "grpc").contains(port.path("appProtocol").asText());
    }

    private static String account(JsonNode reference) {
        return reference.path("namespace").asText() + "/"
                + reference.path("name").asText();
    }

    private static String namespace(JsonNode node) {
        return node.at("/metadata/namespace").asText();
    }
}
