package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.CallGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns calls between workloads and Services into access between accounts, the only thing the mesh can grant. */
final class GrantPlanner {

    private final Application application;
    private final Function<Workload, Optional<String>> withoutSidecar;
    private final AccountPlan accounts;
    private final Set<ObjectName> newAccounts;
    private final ExistingAccess existing;

    private final Grants grants = new Grants();
    private final KnownRoutes known;
    private final Set<String> covered = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /** @param withoutSidecar why a workload's pods get no sidecar, if they get none */
    GrantPlanner(
            Application application,
            Function<Workload, Optional<String>> withoutSidecar,
            AccountPlan accounts,
            ExistingAccess existing) {
        this.application = application;
        this.withoutSidecar = withoutSidecar;
        this.accounts = accounts;
        this.newAccounts = accounts.newlyUsed();
        this.existing = existing;
        this.known = new KnownRoutes(existing, grants, accounts);
    }

    Grants plan(CallGraph graph) {
        graph.calls().forEach(call -> grants.addSiblings(accountsBehind(call)));
        graph.calls().forEach(call -> plan(call, callees(call)));
        graph.calls().stream().filter(this::knowsItself).forEach(call -> plan(call, List.of(call.source())));
        return grants;
    }

    /**
     * Whether a caller is one of those whom it calls, and is given their addresses, its own included, because something
     * else lets its account call itself (OSM v1.2.4, pkg/catalog/endpoint.go).
     */
    private boolean knowsItself(Call call) {
        ObjectName account = accounts.accountOf().get(call.source());
        return application.selectedBy(call.service()).contains(call.source())
                && (grants.has(account, account) || existing.has(account, account));
    }

    private Set<ObjectName> accountsBehind(Call call) {
        return application.selectedBy(call.service()).stream()
                .map(accounts.accountOf()::get)
                .collect(Collectors.toSet());
    }

    private void plan(Call call, List<Workload> targets) {
        Optional<String> outside = obstacle(call.source());
        if (outside.isPresent()) {
            note(call, outside.get());
            return;
        }
        List<Need> needs = new ArrayList<>();
        for (Workload target : targets) {
            obstacle(target)
                    .ifPresentOrElse(
                            reason -> note(call, reason),
                            () -> need(call, target).ifPresent(needs::add));
        }
        if (needs.stream().anyMatch(need -> isCovered(call, need))) {
            // Leaving other accounts behind the Service out was somebody's decision, unless there were none: SMI-ID-05.
            covered.add(call.described());
            needs.removeIf(need -> isCovered(call, need) || !newAccounts.contains(need.destination()));
        }
        decideRoutes(call, needs);
    }

    /** Access between two accounts. */
    private record Need(ObjectName source, ObjectName destination, int targetPort) {}

    /** Pods that call a Service which they are behind themselves mean the others, or their like if there are none. */
    private List<Workload> callees(Call call) {
        List<Workload> behind = application.selectedBy(call.service());
        return behind.size() == 1
                ? behind
                : behind.stream()
                        .filter(workload -> !workload.equals(call.source()))
                        .toList();
    }

    private Optional<Need> need(Call call, Workload target) {
        OptionalInt port = call.port().target().on(target.pod());
        if (port.isEmpty()) {
            note(
                    call,
                    "no container of " + target.name() + " has a port named "
                            + call.port().target());
            return Optional.empty();
        }
        return Optional.of(new Need(
                accounts.accountOf().get(call.source()), accounts.accountOf().get(target), port.getAsInt()));
    }

    private boolean isCovered(Call call, Need need) {
        return existing.covers(
                need.source(),
                need.destination(),
                need.targetPort(),
                call.protocol().isHttp());
    }

    private void decideRoutes(Call call, List<Need> needs) {
        Optional<Need> undecided = needs.stream()
                .filter(need -> call.protocol().isHttp())
                .filter(need -> known.of(need.source(), need.destination()).isEmpty())
                .findFirst();
        if (undecided.isPresent()) {
            note(
                    call,
                    "the manifests say which callers may use which routes of "
                            + undecided.get().destination() + ", and say nothing of "
                            + undecided.get().source()
                            + "; add it to the sources of the TrafficTarget with the routes that it needs");
            return;
        }
        needs.forEach(need ->
                grants.add(need.destination(), need.source(), need.targetPort(), call.protocol(), call.described()));
    }

    private void note(Call call, String reason) {
        notes.add(call.described() + ": no policy, because " + reason);
    }

    /** Which routes each source gets. */
    KnownRoutes knownRoutes() {
        return known;
    }

    /** Calls that policies in the manifests allow already. */
    List<String> covered() {
        return new ArrayList<>(covered);
    }

    /** Calls that nothing was granted for. */
    List<String> notes() {
        return new ArrayList<>(notes);
    }

    /** Why no policy can name this workload. */
    private Optional<String> obstacle(Workload workload) {
        Optional<String> outside = withoutSidecar.apply(workload);
        if (outside.isPresent()) {
            return outside.map(reason -> workload.name() + " gets no sidecar: " + reason);
        }
        String account = accounts.accountOf().get(workload).name();
        return account.indexOf('.') < 0
                ? Optional.empty()
                : Optional.of("account " + account + " of " + workload.name()
                        + " has a dot in its name, which the mesh takes for the end of the name");
    }
}
