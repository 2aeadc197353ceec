package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.PodTemplate;
import io.github.meshready.smi.app.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gives workloads an account named after them: those that run as {@code default}, or those that share. The account is the mesh's only notion of
 * identity (OSM v1.2.4, pkg/identity/types.go), so no two workloads are ever given the same one.
 */
final class AccountPlanner {

    private final Application application;
    private final Predicate<Workload> hasSidecar;
    private final AccountMode mode;
    private final RoleBindings bindings;
    private final Set<ObjectName> privileged;

    /**
     * @param hasSidecar whether a workload takes part in the mesh; others keep the account they have
     * @param mode which of them get an account of their own
     * @param externalAccounts accounts that exist without a manifest; like those that a binding names, no workload is
     *     given one by chance
     */
    AccountPlanner(
            Application application,
            Predicate<Workload> hasSidecar,
            AccountMode mode,
            Set<ObjectName> externalAccounts) {
        this.application = application;
        this.hasSidecar = hasSidecar;
        this.mode = mode;
        this.bindings = new RoleBindings(application);
        this.privileged = new HashSet<>(externalAccounts);
        privileged.addAll(bindings.accounts());
    }

    AccountPlan plan() {
        Map<String, List<Workload>> needy = new TreeMap<>();
        Map<String, Set<String>> inUse = new HashMap<>();
        Map<Workload, ObjectName> accountOf = new HashMap<>();
        for (Workload workload : application.workloads()) {
            accountOf.put(workload, workload.account());
            if (needsAnother(workload)) {
                needy.computeIfAbsent(workload.namespace(), key -> new ArrayList<>())
                        .add(workload);
            } else {
                inUse.computeIfAbsent(workload.namespace(), key -> new HashSet<>())
                        .add(workload.pod().serviceAccount());
            }
        }
        List<Workload> moved = new ArrayList<>();
        Set<ObjectName> created = new TreeSet<>();
        needy.forEach((namespace, workloads) -> {
            Set<String> taken = new HashSet<>(inUse.getOrDefault(namespace, Set.of()));
            taken.add(PodTemplate.DEFAULT_ACCOUNT);
            privileged.stream()
                    .filter(account -> account.namespace().equals(namespace))
                    .forEach(account -> taken.add(account.name()));
            Map<String, String> names = names(workloads, taken);
            for (Workload workload : workloads) {
                ObjectName account = new ObjectName(namespace, names.get(workload.id()));
                accountOf.put(workload, account);
                moved.add(workload);
                if (!application.accounts().containsKey(account)) {
                    created.add(account);
                }
            }
        });
        moved.sort(Comparator.comparing(Workload::id));
        Set<Workload> avoided = moved.stream()
                .filter(workload -> privileged.contains(workload.objectName()))
                .collect(Collectors.toSet());
        List<Inheritance> inheritances = moved.stream()
                .map(workload -> inheritance(workload.account(), accountOf.get(workload), created))
                .toList();
        return new AccountPlan(accountOf, moved, List.copyOf(created), inheritances, avoided);
    }

    private boolean needsAnother(Workload workload) {
        boolean shares = mode == AccountMode.DEDICATED
                && application.workloads().stream()
                        .anyMatch(other ->
                                !other.equals(workload) && other.account().equals(workload.account()));
        return hasSidecar.test(workload) && (workload.pod().usesDefaultAccount() || shares);
    }

    private Inheritance inheritance(ObjectName former, ObjectName account, Set<ObjectName> created) {
        return new Inheritance(
                former,
                account,
                bindings.of(former),
                Optional.ofNullable(application.accounts().get(former)),
                created.contains(account));
    }

    private static Map<String, String> names(List<Workload> workloads, Set<String> taken) {
        Map<String, Integer> namesakes = new HashMap<>();
        workloads.forEach(workload -> namesakes.merge(workload.name(), 1, Integer::sum));
        Map<String, String> wishes = new HashMap<>();
        for (Workload workload : workloads) {
            wishes.put(workload.id(), wish(workload, namesakes.get(workload.name()) > 1));
        }
        return UniqueNames.grant(wishes, taken);
    }

    /** The workload's name; with its kind if another has the same name; without dots, which the mesh misreads. */
    private static String wish(Workload workload, boolean hasNamesake) {
        String name = workload.name();
        if (name.indexOf('.') >= 0) {
            return UniqueNames.withHash(name.replace('.', '-'), workload.id());
        }
        return hasNamesake ? name + "-" + workload.kind().kind().toLowerCase(Locale.ROOT) : name;
    }
}
