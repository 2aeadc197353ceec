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
    private final ExistingAccess existing;

    private final Grants grants = new Grants();
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
        this.existing = existing;
    }

    Grants plan(CallGraph graph) {
        for (Call call : graph.calls()) {
            Optional<String> outside = obstacle(call.source());
            if (outside.isPresent()) {
                notes.add(call.described() + ": no policy, because " + outside.get());
            } else {
                List<Workload> behind = application.selectedBy(call.service());
                grants.addSiblings(
                        behind.stream().map(accounts.accountOf()::get).collect(Collectors.toSet()));
                behind.forEach(target -> grant(call, target));
            }
        }
        return grants;
    }

    /** Calls that policies in the manifests allow already. */
    List<String> covered() {
        return new ArrayList<>(covered);
    }

    /** Calls that nothing was granted for. */
    List<String> notes() {
        return new ArrayList<>(notes);
    }

    private void grant(Call call, Workload target) {
        Optional<String> outside = obstacle(target);
        if (outside.isPresent()) {
            notes.add(call.described() + ": no policy, because " + outside.get());
            return;
        }
        OptionalInt port = call.port().target().on(target.pod());
        if (port.isEmpty()) {
            notes.add(call.described() + ": no policy, because no container of " + target.name() + " has a port named "
                    + call.port().target());
            return;
        }
        ObjectName source = accounts.accountOf().get(call.source());
        ObjectName destination = accounts.accountOf().get(target);
        if (existing.covers(
                source, destination, port.getAsInt(), call.protocol().isHttp())) {
            covered.add(call.described());
        } else {
            grants.add(destination, source, port.getAsInt(), call.protocol(), call.described());
        }
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
