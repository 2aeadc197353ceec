package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.generate.OracleRoutes.Request;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/**
 * Policies as people leave them: the mesh's decisions and the oracle's are the same. Both were written from the same
 * description of OSM, and have nothing else in common.
 */
class TwoOpinionsTest {

    /** Ten thousand sets of policies in all. */
    private static final int APPLICATIONS = 1250;

    private static final int ROUNDS = 8;
    private static final Set<Outcome> WITHIN_REACH = EnumSet.complementOf(EnumSet.of(
            Outcome.PERMISSIVE, Outcome.EGRESS_CLOSED, Outcome.EGRESS, Outcome.SERVER_PORT_EXCLUDED, Outcome.INGRESS));
    private final Map<Outcome, LongAdder> seen = new ConcurrentHashMap<>();
    private final Map<String, List<Request>> requests = new ConcurrentHashMap<>();

    @Test
    void agreeOnWhatPeopleMakeOfPolicies() {
        Seeds.each(APPLICATIONS, MutatedPolicies::new, policies -> {
            for (int round = 0; round < ROUNDS; round++) {
                policies.mutate();
                compare(InMemory.mesh(policies.files()), new PolicyOracle(policies.objects()), policies.random());
            }
        });
        if (Seeds.areAll()) {
            assertVariety();
        }
    }

    private void assertVariety() {
        assertThat(seen.keySet()).as("outcomes that came up").containsAll(WITHIN_REACH);
        assertThat(seen.get(Outcome.ROUTE_ORDER).sum())
                .as("calls that depend on the order of routes")
                .isGreaterThan(100);
    }

    private void compare(Mesh mesh, PolicyOracle oracle, Random random) {
        for (Workload client : mesh.application().workloads()) {
            for (Service service : mesh.application().services()) {
                for (ServicePort port : service.ports()) {
                    boolean isSpread = mesh.splits().spread(service);
                    if (random.nextInt(isSpread ? 2 : 5) == 0) {
                        boolean toPods = service.headless() && random.nextBoolean();
                        compare(mesh, oracle, new Connection(client, service, port, toPods), random);
                    }
                }
            }
        }
    }

    private void compare(Mesh mesh, PolicyOracle oracle, Connection connection, Random random) {
        Decision any = mesh.decide(connection);
        seen.computeIfAbsent(any.outcome(), key -> new LongAdder()).increment();
        List<String> hosts = hosts(connection);
        assertThat(answer(any))
                .as("%s: %s", connection, any.reason())
                .isEqualTo(ask(oracle, connection, requestsFor(hosts.get(0))));
        for (int i = 0; i < 3; i++) {
            List<Request> some = requestsFor(hosts.get(random.nextInt(hosts.size())));
            Request request = some.get(random.nextInt(some.size()));
            Decision decision =
                    mesh.decide(connection, new HttpRequest(request.method(), request.path(), request.headers()));
            count(decision);
            assertThat(answer(decision))
                    .as("%s %s: %s", connection, request, decision.reason())
                    .isEqualTo(ask(oracle, connection, List.of(request)));
        }
    }

    private List<Request> requestsFor(String host) {
        return requests.computeIfAbsent(host, RouteMutations::requests);
    }

    private void count(Decision decision) {
        seen.computeIfAbsent(decision.outcome(), key -> new LongAdder()).increment();
    }

    /** Names of a Service, the first one for every caller, and others that are none. */
    private static List<String> hosts(Connection connection) {
        String name = connection.service().name().name();
        String namespace = connection.service().name().namespace();
        int port = connection.port().number();
        return List.of(
                name + "." + namespace,
                name,
                name + ":" + port,
                name + "." + namespace + ".svc.cluster.local:" + port,
                name + "." + namespace + ":1",
                name + "." + namespace + ".example.com",
                "shop.example.com");
    }

    private static OracleAnswer ask(PolicyOracle oracle, Connection connection, List<Request> requests) {
        return oracle.decide(
                connection.client().id(),
                connection.service().name().toString(),
                connection.port().number(),
                connection.toPods(),
                requests);
    }

    private static OracleAnswer answer(Decision decision) {
        return switch (decision.verdict()) {
            case ALLOWED -> OracleAnswer.PASSES;
            case UNDETERMINED -> OracleAnswer.BY_ORDER;
            case DENIED -> OracleAnswer.FAILS;
            case BROKEN -> decision.outcome() == Outcome.PARTIAL ? OracleAnswer.SOMETIMES : OracleAnswer.FAILS;
        };
    }
}
