package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.workload;
import static io.github.meshready.smi.mesh.Edges.add;
import static io.github.meshready.smi.mesh.Edges.config;
import static io.github.meshready.smi.mesh.Edges.headless;
import static io.github.meshready.smi.mesh.Edges.pod;
import static io.github.meshready.smi.mesh.Edges.replace;
import static io.github.meshready.smi.mesh.Edges.rule;
import static io.github.meshready.smi.mesh.Edges.split;
import static io.github.meshready.smi.mesh.Edges.stateful;
import static io.github.meshready.smi.mesh.Edges.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to a call that policies allow, where something around it is not as they take it to be. */
class MeshEdgesTest {

    static Stream<Arguments> exclusions() {
        return Stream.of(
                rule("nothing in the way", Outcome.GRANTED),
                rule("the port that is dialled", Outcome.CLIENT_WITHOUT_SIDECAR, pod("web", "outbound-port", "7, 80")),
                rule("the pods' port is not what is dialled", Outcome.GRANTED, pod("web", "outbound-port", "8080")),
                rule("only the caller's list counts", Outcome.GRANTED, pod("api", "outbound-port", "80")),
                rule("the pods' port", Outcome.SERVER_PORT_EXCLUDED, pod("api", "inbound-port", "8080")),
                rule("the Service's port is not the pods'", Outcome.GRANTED, pod("api", "inbound-port", "80")),
                rule(
                        "at both ends",
                        Outcome.OUTSIDE,
                        pod("api", "inbound-port", "8080"),
                        pod("web", "outbound-port", "80")),
                rule("for all callers", Outcome.CLIENT_WITHOUT_SIDECAR, config("outboundPortExclusionList: [80]")),
                rule("for all pods", Outcome.SERVER_PORT_EXCLUDED, config("inboundPortExclusionList: [8080]")),
                rule(
                        "for all",
                        Outcome.OUTSIDE,
                        config("outboundPortExclusionList: [80], inboundPortExclusionList: [8080]")),
                rule(
                        "of a pod and for all",
                        Outcome.OUTSIDE,
                        config("outboundPortExclusionList: [80]"),
                        pod("api", "inbound-port", "8080")));
    }

    static Stream<Arguments> injection() {
        return Stream.of(
                rule("caller's pods", Outcome.POD_REJECTED, pod("web", "injection", "on")),
                rule("called pods", Outcome.POD_REJECTED, pod("api", "injection", "")),
                rule(
                        "the namespace's",
                        Outcome.POD_REJECTED,
                        replace("name: a\n", "injection: enabled", "injection: x")),
                rule(
                        "other words for yes",
                        Outcome.GRANTED,
                        pod("web", "injection", "Yes"),
                        pod("api", "injection", "TRUE")),
                rule("no", Outcome.CLIENT_WITHOUT_SIDECAR, pod("web", "injection", "no")));
    }

    static Stream<Arguments> ports() {
        String second = service("a", "second", "{port: 80, targetPort: 8080}").replace("app: second", "app: api");
        return Stream.of(
                rule(
                        "two ports to one of the pods",
                        Outcome.LISTENER_REJECTED,
                        replace("kind: Service\n", "targetPort: 8080}", "targetPort: 8080}, {port: 8080}")),
                rule(
                        "of another Service of these pods",
                        Outcome.LISTENER_REJECTED,
                        add(second.replace("[{port", "[{port: 9, targetPort: 7}, {port: 10, targetPort: 7}, {port"))),
                rule("one port of two Services each", Outcome.GRANTED, add(second)),
                rule(
                        "TCP and UDP of one number",
                        Outcome.LISTENER_REJECTED,
                        replace("kind: Service\n", "8080}", "8080}, {port: 80, targetPort: 53, protocol: UDP}")),
                rule("split", Outcome.BROKEN_SPLIT, add(split("api"))),
                rule("split of another", Outcome.GRANTED, add(split("other"))),
                rule("headless, of a Deployment", Outcome.GRANTED, headless("8080")),
                rule("headless, of a StatefulSet", Outcome.HEADLESS_NAME, headless("8080"), stateful("api")),
                rule(
                        "headless, of a StatefulSet that it does not govern",
                        Outcome.GRANTED,
                        headless("8080"),
                        stateful("x")),
                rule(
                        "headless, of a StatefulSet, tcp",
                        Outcome.GRANTED,
                        headless("8080, appProtocol: tcp"),
                        stateful("api")));
    }

    static Stream<Arguments> severalAccounts() {
        String tier = "{app: %s, tier: x}";
        UnaryOperator<List<String>> second =
                add(deployment("a", "v2").replace("{app: v2}}", tier.formatted("v2") + "}"));
        UnaryOperator<List<String>> shared =
                add(deploymentAs("a", "v2", "api").replace("{app: v2}}", tier.formatted("v2") + "}"));
        UnaryOperator<List<String>> both = replace("name: api", "{app: api}}", tier.formatted("api") + "}")
                .andThen(replace("kind: Service\n", "app: api", "tier: x"))::apply;
        return Stream.of(
                rule("of which the caller knows one", Outcome.GRANTED, both, second),
                rule("one of them outside, not known", Outcome.GRANTED, both, second, pod("v2", "injection", "no")),
                rule("one of them outside, known", Outcome.PARTIAL, both, shared, pod("v2", "injection", "no")),
                rule(
                        "all of them outside, not known",
                        Outcome.OUTSIDE,
                        both,
                        second,
                        without("kind: TrafficTarget"),
                        pod("v2", "injection", "no"),
                        pod("api", "injection", "no")),
                rule(
                        "one of them outside, none known",
                        Outcome.PARTIAL,
                        both,
                        second,
                        without("kind: TrafficTarget"),
                        pod("v2", "injection", "no")),
                rule("one of them rejected", Outcome.GRANTED, both, shared, pod("v2", "injection", "?")),
                rule(
                        "one of them without the named port",
                        Outcome.GRANTED,
                        both,
                        shared,
                        replace("kind: Service\n", "8080", "http"),
                        replace(
                                "name: api",
                                "image: example/api",
                                "image: x\n        ports: [{name: http, containerPort: 8080}]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"exclusions", "injection", "ports", "severalAccounts"})
    void decides(String what, List<String> documents, Outcome outcome) {
        Decision decision = Edges.World.of(documents, false).decide();
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exclusions")
    void initContainersAreLetInOnlyWhereTheCalledPodsListenWithoutTheirSidecar(String what, List<String> documents) {
        Edges.World world = Edges.World.of(documents, false);
        boolean plain = world.mesh().exclusions().inbound(workload(world.mesh().application(), "api"), 8080);
        assertThat(world.mesh().decideBeforeSidecar(world.connection()).outcome())
                .isEqualTo(plain ? Outcome.OUTSIDE : Outcome.CLIENT_WITHOUT_SIDECAR);
    }

    @Test
    void podsOfAStatefulSetAreKnownByTheirNames() {
        List<String> documents = stateful("api").apply(headless("8080").apply(Edges.ALLOWED));
        assertThat(Edges.World.of(documents, true).decide().outcome()).isEqualTo(Outcome.GRANTED);
    }
}
