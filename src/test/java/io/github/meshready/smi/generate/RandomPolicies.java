package io.github.meshready.smi.generate;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.tcpRoute;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Policies that somebody wrote by hand for some calls of a random application, and what they open. */
final class RandomPolicies {

    private final List<String> documents = new ArrayList<>();
    private final Set<String> given = new TreeSet<>();
    private Function<RandomPods, String> account;
    private RandomWorld world;

    List<String> documents() {
        return documents;
    }

    /** {@code source destination targetPort} of what they open. */
    Set<String> given() {
        return given;
    }

    void draw(Random random, RandomWorld randomWorld, List<RandomCall> calls, Function<RandomPods, String> accounts) {
        this.world = randomWorld;
        this.account = accounts;
        for (RandomCall call : calls) {
            Set<String> ends = ends(call);
            if (call.isWithinMesh() && ends.size() == 1) {
                int form = random.nextInt(20);
                RandomPods callee = call.callees().get(0);
                if (form < 3) {
                    allow(call, callee, List.of(call));
                } else if (form == 3) {
                    allow(
                            call,
                            callee,
                            calls.stream()
                                    .filter(other -> other.front().equals(call.front())
                                            && other.port().equals(call.port())
                                            && other.client().sidecar()
                                            && ends(other).equals(ends))
                                    .toList());
                } else if (form == 4 && call.port().http() && !isPartOfTier(account.apply(callee))) {
                    open(call, callee);
                } else if (form == 5) {
                    voidTarget(call, callee);
                }
            }
        }
    }

    /** Accounts and ports that a call leads to. To open some of them only would be a decision against the others. */
    private Set<String> ends(RandomCall call) {
        return call.callees().stream()
                .map(callee -> account.apply(callee) + " " + call.port().on(callee))
                .collect(Collectors.toSet());
    }

    /** For one port of one account, and nothing else. */
    private void allow(RandomCall call, RandomPods callee, List<RandomCall> callers) {
        String name = "given-" + documents.size();
        int port = call.port().on(callee);
        List<String> rules = new ArrayList<>(List.of("{kind: TCPRoute, name: " + name + "}"));
        documents.add(tcpRoute(callee.namespace(), name, Integer.toString(port)));
        if (call.port().http()) {
            rules.add(0, addGroup(callee.namespace(), name));
        }
        Set<String> sources = callers.stream()
                .map(caller -> account.apply(caller.client()))
                .collect(Collectors.toCollection(TreeSet::new));
        documents.add(target(name, account.apply(callee), sources, rules));
        sources.forEach(source -> given.add(source + " " + account.apply(callee) + " " + port));
    }

    /** HTTP alone, which opens every port of the account to the source, raw ones too. */
    private void open(RandomCall call, RandomPods callee) {
        String name = "open-" + documents.size();
        String destination = account.apply(callee);
        String source = account.apply(call.client());
        String rule = addGroup(callee.namespace(), name);
        documents.add(target(name, destination, Set.of(source), List.of(rule)));
        for (RandomFront front : world.fronts()) {
            for (RandomPods behind : front.behind()) {
                if (behind.sidecar() && account.apply(behind).equals(destination)) {
                    front.ports().forEach(port -> given.add(source + " " + destination + " " + port.on(behind)));
                }
            }
        }
    }

    /** One that the mesh ignores, for a rule of a kind that it does not know. */
    private void voidTarget(RandomCall call, RandomPods callee) {
        String name = "void-" + documents.size();
        List<String> rules = List.of(addGroup(callee.namespace(), name), "{kind: UDPRoute, name: x}");
        documents.add(target(name, account.apply(callee), Set.of(account.apply(call.client())), rules));
    }

    private String addGroup(String namespace, String name) {
        documents.add(group(namespace, name, "{name: all, pathRegex: '.*', methods: ['*']}"));
        return "{kind: HTTPRouteGroup, name: " + name + ", matches: [all]}";
    }

    /** An account that is behind several Services is part of what somebody decided for all of them: see SMI-ID-05. */
    private boolean isPartOfTier(String wanted) {
        return world.pods().stream()
                .anyMatch(pods ->
                        account.apply(pods).equals(wanted) && pods.labels().size() > 1);
    }

    private static String target(String name, String destination, Set<String> sources, List<String> rules) {
        String text = sources.stream().map(RandomPolicies::reference).collect(Collectors.joining(", "));
        return "apiVersion: access.smi-spec.io/v1alpha3\nkind: TrafficTarget\n"
                + "metadata: {name: %s, namespace: %s}\n"
                        .formatted(name, destination.split("/")[0])
                + "spec:\n  destination: %s\n  sources: [%s]\n  rules: [%s]\n"
                        .formatted(reference(destination), text, String.join(", ", rules));
    }

    private static String reference(String account) {
        return "{kind: ServiceAccount, name: %s, namespace: %s}"
                .formatted(account.split("/")[1], account.split("/")[0]);
    }
}
