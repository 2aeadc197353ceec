package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which account each workload runs as afterwards.
 *
 * @param accountOf the account of each workload
 * @param moved workloads that get another account than they had, in order
 * @param created accounts that no manifest defines yet, in order
 * @param inheritances what the new accounts take over from the former ones, in order
 * @param avoided workloads whose own name is that of an account with rights of its own, which they did not get
 */
public record AccountPlan(
        Map<Workload, ObjectName> accountOf,
        List<Workload> moved,
        List<ObjectName> created,
        List<Inheritance> inheritances,
        Set<Workload> avoided) {

    public AccountPlan {
        accountOf = Map.copyOf(accountOf);
        moved = List.copyOf(moved);
        created = List.copyOf(created);
        inheritances = List.copyOf(inheritances);
        avoided = Set.copyOf(avoided);
    }

    /** What each account takes over that a workload moved to. */
    public Map<ObjectName, Inheritance> inheritanceByAccount() {
        return inheritances.stream()
                .collect(Collectors.toMap(Inheritance::account, each -> each, (first, other) -> first));
    }

    /** Accounts that nothing ran as before, so that policies in the manifests cannot have been made for them. */
    Set<ObjectName> newlyUsed() {
        return moved.stream().map(accountOf::get).collect(Collectors.toSet());
    }
}
