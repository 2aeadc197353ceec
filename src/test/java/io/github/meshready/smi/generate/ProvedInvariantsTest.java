package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.generate.OracleNetwork.Front;
import io.github.meshready.smi.generate.OracleRoutes.Request;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.verify.invariant.Hop;
import io.github.meshready.smi.verify.invariant.Hop.Means;
import io.github.meshready.smi.verify.invariant.Invariant;
import io.github.meshready.smi.verify.invariant.Invariant.Ends;
import io.github.meshready.smi.verify.invariant.InvariantCheck;
import io.github.meshready.smi.verify.invariant.InvariantResult;
import io.github.meshready.smi.verify.invariant.Party;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random invariants over policies that were changed at random: they are proved where an oracle that tries everything finds
 * nothing that passes, and refuted by just the callers that it finds, each with a request that the oracle lets pass as well.
 */
class ProvedInvariantsTest {

    private static final int APPLICATIONS = 400;
    private static final int ROUNDS = 2;
    private static final int INVARIANTS = 8;
    private static final List<String> EVERYONE = List.of("*");
    private static final TreeSet<String> GET = new TreeSet<>(Set.of("GET"));

    private final LongAdder proved = new LongAdder();
    private final LongAdder refuted = new LongAdder();
    private final LongAdder chains = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder doubts = new LongAdder();

    /** Some of all, as names and as what they mean. */
    private record Choice(List<String> names, Set<String> meant) {

        static Choice of(Set<String> all, Random random) {
            List<String> some = new ArrayList<>(new TreeSet<>(all));
            some.remove("anyone");
            Collections.shuffle(some, random);
            some = some.subList(0, Math.min(some.size(), 1 + random.nextInt(3)));
            return random.nextInt(3) == 0 ? new Choice(EVERYONE, all) : new Choice(some, Set.copyOf(some));
        }
    }

    @Test
    void agreeWithTryingEverything() {
        Seeds.each(APPLICATIONS, MutatedPolicies::new, policies -> {
            for (int round = 0; round < ROUNDS; round++) {
                policies.mutate();
                String text = policies.yaml();
                Mesh mesh = InMemory.mesh(List.of(InMemory.file("all.yaml", List.of(text))));
                PolicyOracle oracle = new PolicyOracle(policies.objects());
                OracleInvariants answers = new OracleInvariants(oracle);
                for (int i = 0; i < INVARIANTS; i++) {
                    check(mesh, oracle, answers, policies.random());
                }
            }
        });
        if (Seeds.areAll()) {
            assertThat(List.of(proved.sum(), refuted.sum(), requests.sum()))
                    .as("proved, refuted, requests that were tried with the oracle")
                    .allMatch(count -> count > APPLICATIONS);
            assertThat(List.of(chains.sum(), doubts.sum()))
                    .as("chains, calls that depend on the order of routes")
                    .allMatch(count -> count > 20);
        }
    }

    private void check(Mesh mesh, PolicyOracle oracle, OracleInvariants answers, Random random) {
        Choice to = Choice.of(answers.called(), random);
        Choice from = Choice.of(answers.callers(), random);
        Choice except = random.nextBoolean() ? new Choice(List.of(), Set.of()) : Choice.of(answers.callers(), random);
        Set<String> callers = new HashSet<>(from.meant());
        callers.removeAll(except.meant());
        Ends ends = new Ends(from.names(), to.names(), except.names());
        Invariant invariant = List.of(
                        new Invariant.Deny(ends), new Invariant.NoPath(ends), new Invariant.Only(ends, GET))
                .get(random.nextInt(3));
        if (callers.isEmpty() || callers.equals(to.meant()) && callers.size() == 1) {
            assertThatThrownBy(() -> new InvariantCheck(mesh, Set.of()).check(invariant))
                    .isInstanceOf(InputException.class);
            return;
        }
        Set<String> passing = invariant instanceof Invariant.NoPath
                ? answers.startsOf(to.meant(), callers)
                : answers.callersOf(
                        to.meant(),
                        callers,
                        request -> invariant instanceof Invariant.Deny
                                || !request.method().equals("GET"));
        InvariantResult result = new InvariantCheck(mesh, Set.of()).check(invariant);
        compare(result, passing);
        result.counterexamples().forEach(example -> {
            example.hops().forEach(hop -> confirm(oracle, hop));
            if (example.hops().size() > 1) {
                chains.increment();
            }
        });
    }

    private void compare(InvariantResult result, Set<String> passing) {
        Set<String> shown = result.counterexamples().stream()
                .map(example -> example.first().from().toString())
                .collect(Collectors.toSet());
        assertThat(passing).as("callers of " + result.invariant()).containsAll(shown);
        boolean oneForAll = result.counterexamples().stream()
                .anyMatch(example -> example.first().cause().means() == Means.UNGUARDED);
        if (!oneForAll) {
            assertThat(shown).as("callers of " + result.invariant()).isEqualTo(passing);
        }
        assertThat(result.isProved()).isEqualTo(passing.isEmpty());
        (result.isProved() ? proved : refuted).increment();
    }

    /** Of calls from pods to pods by policies: the very request that is shown passes. */
    private void confirm(PolicyOracle oracle, Hop hop) {
        boolean isByPolicy = hop.from() instanceof Party.Pods
                && hop.to() instanceof Party.Pods
                && hop.cause().means() == Means.POLICY;
        if (!isByPolicy) {
            return;
        }
        int colon = hop.at().lastIndexOf(':');
        Front front = oracle.network().fronts().get(hop.at().substring(0, colon));
        Set<OracleAnswer> answer = new OracleArrivals(oracle)
                .answers(
                        oracle.network().pods(hop.from().toString()),
                        front,
                        front.port(Integer.parseInt(hop.at().substring(colon + 1))),
                        oracle.network().pods(hop.to().toString()),
                        List.of(request(hop.sent())));
        assertThat(answer).as(hop.toString()).contains(hop.isCertain() ? OracleAnswer.PASSES : OracleAnswer.BY_ORDER);
        (hop.isCertain() ? requests : doubts).increment();
    }

    private static Request request(String sent) {
        if (sent.equals("any connection")) {
            return new Request("GET", "/", Map.of());
        }
        String[] parts = sent.split(", header ");
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            headers.put(parts[i].split(": ")[0], parts[i].split(": ")[1]);
        }
        return new Request(parts[0].split(" ")[0], parts[0].split(" ")[1], headers);
    }
}
