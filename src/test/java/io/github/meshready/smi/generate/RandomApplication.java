package io.github.meshready.smi.generate;

import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.policy.DeclaredSplit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A random application that knows which access it needs: workloads of several kinds in several namespaces, on accounts
 * of their own, on {@code default} or shared, some without a sidecar; Services with several ports of several protocols,
 * headless or not, several over one workload and one over several; peers that call each other; calls in several
 * spellings, some of which a policy by hand allows already.
 */
public final class RandomApplication {

    private final long seed;
    private final AccountMode mode;
    private final RandomWorld world;
    private final List<RandomCall> calls;
    private final RandomPolicies policies;
    private final List<String> splitDocuments = new ArrayList<>();
    private final Set<String> splitNeeds = new TreeSet<>();
    private final List<DeclaredSplit> splits;

    RandomApplication(long seed) {
        this(seed, AccountMode.MISSING);
    }

    /** Policies by hand name accounts, so there are none where workloads move to others. */
    public RandomApplication(long seed, AccountMode mode) {
        Random random = new Random(seed);
        this.seed = seed;
        this.mode = mode;
        this.world = new RandomWorld(random);
        this.calls = new RandomCalls(random, world).draw();
        this.policies = new RandomPolicies();
        if (mode == AccountMode.MISSING) {
            policies.draw(random, world, calls, this::account);
        }
        this.splits = List.of();
    }

    private RandomApplication(RandomApplication other, List<RandomCall> calls) {
        this.seed = other.seed;
        this.mode = other.mode;
        this.world = other.world;
        this.calls = List.copyOf(calls);
        this.policies = other.policies;
        this.splitDocuments.addAll(other.splitDocuments);
        this.splitNeeds.addAll(other.splitNeeds);
        this.splits = other.splits;
    }

    /** TrafficSplits that the build's configuration asks for. */
    List<DeclaredSplit> splits() {
        return splits;
    }

    private RandomApplication(RandomApplication other, RandomSplits more) {
        this.seed = other.seed;
        this.mode = other.mode;
        this.world = other.world;
        this.calls = other.calls;
        this.policies = other.policies;
        this.splits = more.addTo(splitDocuments, splitNeeds);
    }

    /** The same application beside one whose calls are spread over others. */
    RandomApplication withSplits() {
        return mode == AccountMode.MISSING ? new RandomApplication(this, new RandomSplits(seed)) : this;
    }

    /** The same application with other calls: policies by hand stay. */
    RandomApplication with(List<RandomCall> others) {
        return new RandomApplication(this, others);
    }

    AccountMode mode() {
        return mode;
    }

    List<RandomCall> calls() {
        return calls;
    }

    public List<String> documents() {
        List<String> documents = new ArrayList<>(world.namespaces());
        Map<RandomPods, Map<String, String>> addresses = new HashMap<>();
        calls.stream()
                .filter(call -> !call.isDeclared())
                .forEach(call -> addresses
                        .computeIfAbsent(call.client(), key -> new HashMap<>())
                        .put(call.key(), call.address()));
        world.pods().forEach(pods -> documents.add(pods.yaml(addresses.getOrDefault(pods, Map.of()))));
        world.fronts().forEach(front -> documents.add(front.yaml()));
        documents.addAll(policies.documents());
        documents.addAll(splitDocuments);
        return documents;
    }

    /** The calls that the build's configuration tells. */
    Declarations declarations() {
        List<DeclaredCall> declared = calls.stream()
                .filter(RandomCall::isDeclared)
                .map(RandomCall::declaration)
                .toList();
        return new Declarations(declared, List.of());
    }

    /** {@code source destination targetPort} of every call and policy, with the accounts that workloads end up with. */
    Set<String> needed() {
        Set<String> needed = new TreeSet<>(policies.given());
        needed.addAll(splitNeeds);
        for (RandomCall call : calls) {
            for (RandomPods callee : call.callees()) {
                if (call.client().sidecar() && callee.sidecar()) {
                    needed.add(account(call.client()) + " " + account(callee) + " "
                            + call.port().on(callee));
                }
            }
        }
        for (RandomCall call : calls) {
            String own = account(call.client());
            boolean known = needed.stream().anyMatch(access -> access.startsWith(own + " " + own + " "));
            if (call.client().sidecar() && call.front().behind().contains(call.client()) && known) {
                // Its sidecar is given all pods of accounts that it may call, its own then too.
                needed.add(own + " " + own + " " + call.port().on(call.client()));
            }
        }
        return needed;
    }

    /** {@code source destination targetPort} of what policies by hand open, whoever calls. */
    Set<String> given() {
        return policies.given();
    }

    /** Whether some workload has no sidecar, so that its calls cannot be allowed. */
    boolean hasOutsiders() {
        return world.pods().stream().anyMatch(pods -> !pods.sidecar());
    }

    /** The account that pods end up with: whoever has none, or shares one where nobody may, gets one of its name. */
    private String account(RandomPods pods) {
        boolean shares = world.pods().stream()
                .anyMatch(other -> !other.equals(pods) && other.writtenAccount().equals(pods.writtenAccount()));
        boolean moves = pods.account().isEmpty() || mode == AccountMode.DEDICATED && shares;
        return pods.sidecar() && moves ? pods.namespace() + "/" + pods.name() : pods.writtenAccount();
    }

    /** The seed and all manifests, for messages. */
    @Override
    public String toString() {
        return "seed " + seed + ", accounts " + mode + ", declared "
                + declarations().calls() + "\n" + String.join("---\n", documents());
    }
}
