package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.mesh.Access;
import io.github.meshready.smi.mesh.Grant;
import io.github.meshready.smi.policy.Splits.Leaf;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Access that no call needs. */
final class NeedlessAccess implements Rule {

    @Override
    public String id() {
        return "SMI-CALL-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        Set<Access> needed = needed(facts);
        List<Finding> findings = new ArrayList<>();
        for (Grant grant : facts.mesh().grants()) {
            if (!needed.contains(grant.access())) {
                boolean known = facts.mesh().runningAs().containsKey(grant.source());
                findings.add(known ? needless(facts, grant) : unknown(grant));
            }
        }
        return findings;
    }

    private static Set<Access> needed(Facts facts) {
        Set<Access> needed = new HashSet<>();
        for (Call call : facts.graph().calls()) {
            for (Leaf leaf : reached(facts, call)) {
                for (Workload behind : facts.application().selectedBy(leaf.service())) {
                    leaf.port()
                            .target()
                            .on(behind.pod())
                            .ifPresent(
                                    port -> needed.add(new Access(call.source().account(), behind.account(), port)));
                }
            }
        }
        return needed;
    }

    /** A split of which nothing can be followed needs to be mended first: it says nothing of what is needed. */
    private static List<Leaf> reached(Facts facts, Call call) {
        List<Leaf> leaves = facts.mesh().splits().leaves(call.service(), call.port(), call.toPods());
        return leaves.isEmpty() ? List.of(new Leaf(call.service(), call.port())) : leaves;
    }

    private Finding needless(Facts facts, Grant grant) {
        TrafficTarget target = grant.by().get(0);
        Workload source = facts.mesh().runningAs().get(grant.source()).get(0);
        String call = Snippets.call(
                source,
                grant.port().service(),
                Integer.toString(grant.port().port().number()));
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                target.object().location(),
                describe(grant) + ", and no call needs that",
                "whoever takes over a pod of " + grant.source() + " can use it",
                "remove it from the policy; if the application does make the call, declare it: " + call);
    }

    private Finding unknown(Grant grant) {
        TrafficTarget target = grant.by().get(0);
        return Finding.of(
                this,
                Severity.WARNING,
                target.object(),
                target.object().location(),
                describe(grant) + ", and no workload of the manifests runs as that account",
                "whether it is needed cannot be told from here",
                "verify together with the manifests of the caller, or remove the source");
    }

    private static String describe(Grant grant) {
        return "lets account " + grant.source() + " call account " + grant.destination() + " on port "
                + grant.port().targetPort() + " of its pods";
    }
}
