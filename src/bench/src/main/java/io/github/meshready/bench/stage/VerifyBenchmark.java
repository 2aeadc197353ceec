package io.github.meshready.bench.stage;

import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.rule.Rules;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The stages of {@code smi:verify} behind reading. */
public class VerifyBenchmark {

    /** Facts as the rules find them: what the mesh keeps for a second question has not been asked yet. */
    @State(Scope.Benchmark)
    public static class Fresh {

        private final List<Rule> rules = Rules.all();
        private Verified verified;
        private Facts facts;

        /** Takes over what was read. */
        @Setup
        public void take(Verified given) {
            verified = given;
        }

        /** Forgets what the call before has found out. */
        @Setup(Level.Invocation)
        public void renew() {
            facts = verified.facts();
        }
    }

    /** What the policies add up to, and from it what becomes of each call. */
    @Benchmark
    public List<CallDecision> decide(Verified verified) {
        return verified.decisions(verified.mesh());
    }

    /** Every rule. */
    @Benchmark
    public List<Finding> rules(Fresh fresh) {
        return fresh.rules.stream()
                .flatMap(rule -> rule.check(fresh.facts).stream())
                .sorted(Finding.ORDER)
                .toList();
    }
}
