package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Map;

/**
 * Which account each workload runs as afterwards.
 *
 * @param accountOf the account of each workload
 * @param moved workloads that get another account than they had, in order
 * @param created accounts that no manifest defines yet, in order
 */
public record AccountPlan(Map<Workload, ObjectName> accountOf, List<Workload> moved, List<ObjectName> created) {

    public AccountPlan {
        accountOf = Map.copyOf(accountOf);
        moved = List.copyOf(moved);
        created = List.copyOf(created);
    }
}
