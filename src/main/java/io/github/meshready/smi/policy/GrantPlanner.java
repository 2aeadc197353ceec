package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.policy.Splits.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns calls between workloads and Services into access between accounts, the only thing the mesh can grant. */
final class GrantPlanner {

    private final Application application;
    private final PlannedMembership members;
    private final AccountPlan accounts;
    private final Set<ObjectName> newAccounts;
    private final ExistingAccess existing;
    private final boolean lettingOut;
    private final Splits splits;
    private final PortReading protocols;

    private final List<Call> leaving = new ArrayList<>();
    private final Grants grants = new Grants();
    private final KnownRoutes known;
    private final Set<String> covered = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /**
     * Makes a planner.
     *
     * @param lettingOut whether Egresses are written for calls to pods without one
     * @param splits where calls end up
     * @param protocols what the mesh will take ports for
     */
    GrantPlanner(
            Application application,
            PlannedMembership members,
            AccountPlan accounts,
            ExistingAccess existing,
            Splits splits,
            PortReading protocols,
            boolean lettingOut) {
        this.application = application;
        this.members = members;
        this.accounts = accounts;
        this.newAccounts = accounts.newlyUsed();
        this.existing = existing;
        this.lettingOut = lettingOut;
        this.splits = splits;
        this.protocols = protocols;
        this.known = new KnownRoutes(existing, grants, accounts);
    }

    Grants plan(CallGraph graph) {
        graph.calls().forEach(call -> grants.addSiblings(accountsBehind(call)));
        graph.calls().forEach(this::plan);
        graph.calls().stream().filter(this::knowsItself).forEach(this::planOwn);
        return grants;
    }

    /**
     * Whether a caller is one of those whom it calls, and is given their addresses, its own included, because something
     * else lets its account call itself (OSM v1.2.4, pkg/catalog/endpoint.go).
     */
    private boolean knowsItself(Call call) {
        ObjectName account = accounts.accountOf().get(call.source());
        return accountsBehind(call).contains(account)
                && obstacle(call.source()).isEmpty()
                && (grants.has(account, account) || existing.has(account, account));
    }

    /** Some of its calls land at its own pods then. */
    private void planOwn(Call call) {
        List<Need> needs = new ArrayList<>();
        for (Leaf leaf : splits.leaves(call.service(), call.port(), call.toPods())) {
            if (application.selectedBy(leaf.service()).contains(call.source())) {
                need(call, leaf, call.source()).filter(need -> !isCovered(need)).ifPresent(needs::add);
            }
        }
        decideRoutes(call, needs);
    }

    private Set<ObjectName> accountsBehind(Call call) {
        return splits.leaves(call.service(), call.port(), call.toPods()).stream()
                .flatMap(leaf -> application.selectedBy(leaf.service()).stream())
                .map(accounts.accountOf()::get)
                .collect(Collectors.toSet());
    }

    private void plan(Call call) {
        Optional<String> outside = obstacle(call.source());
        if (outside.isPresent()) {
            note(call, outside.get());
            return;
        }
        List<Leaf> leaves = splits.leaves(call.service(), call.port(), call.toPods());
        if (lettingOut && !leaves.isEmpty() && leaves.stream().allMatch(leaf -> isPlain(call.source(), leaf))) {
            leaving.add(call);
            return;
        }
        if (leaves.isEmpty()) {
            note(call, "no backend of the TrafficSplit has that port");
        }
        List<Need> needs = new ArrayList<>();
        boolean allCovered = !leaves.isEmpty();
        for (Leaf leaf : leaves) {
            List<Need> ofLeaf = needs(call, leaf);
            boolean isCovered = ofLeaf.stream().anyMatch(this::isCovered);
            if (isCovered) {
                // Leaving other accounts behind the Service out was somebody's decision, unless there were none:
                // SMI-ID-05.
                ofLeaf.removeIf(need -> isCovered(need) || !newAccounts.contains(need.destination()));
            }
            allCovered &= isCovered;
            needs.addAll(ofLeaf);
        }
        if (allCovered) {
            covered.add(call.described());
        }
        decideRoutes(call, needs);
    }

    /** Whether no pod of a Service that a caller means has a sidecar. */
    private boolean isPlain(Workload source, Leaf leaf) {
        return callees(source, leaf.service()).stream().noneMatch(members::hasSidecar);
    }

    private List<Need> needs(Call call, Leaf leaf) {
        List<Need> needs = new ArrayList<>();
        for (Workload target : callees(call.source(), leaf.service())) {
            obstacle(target)
                    .ifPresentOrElse(
                            reason -> note(call, reason),
                            () -> need(call, leaf, target).ifPresent(needs::add));
        }
        return needs;
    }

    /** Access between two accounts. */
    private record Need(ObjectName source, ObjectName destination, int targetPort, AppProtocol protocol) {}

    /** Pods that call a Service which they are behind themselves mean the others, or their like if there are none. */
    private List<Workload> callees(Workload source, Service service) {
        List<Workload> behind = application.selectedBy(service);
        return behind.size() == 1
                ? behind
                : behind.stream().filter(workload -> !workload.equals(source)).toList();
    }

    private Optional<Need> need(Call call, Leaf leaf, Workload target) {
        OptionalInt port = leaf.port().target().on(target.pod());
        if (port.isEmpty()) {
            note(
                    call,
                    "no container of " + target.name() + " has a port named "
                            + leaf.port().target());
            return Optional.empty();
        }
        return Optional.of(new Need(
                accounts.accountOf().get(call.source()),
                accounts.accountOf().get(target),
                port.getAsInt(),
                protocol(call, leaf)));
    }

    /** The pods go by the port of the Service through which a split sends the call to them. */
    private AppProtocol protocol(Call call, Leaf leaf) {
        return splits.spread(call.service())
                ? protocols.protocol(leaf.service(), leaf.port()).orElse(call.protocol())
                : call.protocol();
    }

    private boolean isCovered(Need need) {
        return existing.covers(
                need.source(),
                need.destination(),
                need.targetPort(),
                need.protocol().isHttp());
    }

    private void decideRoutes(Call call, List<Need> needs) {
        Optional<Need> undecided = needs.stream()
                .filter(need -> need.protocol().isHttp())
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
        needs.forEach(need -> grants.add(need.destination(), need.source(), need.targetPort(), need.protocol(), call));
    }

    private void note(Call call, String reason) {
        notes.add(call.described() + ": no policy, because " + reason);
    }

    /** Which routes each source gets. */
    KnownRoutes knownRoutes() {
        return known;
    }

    /** Calls that leave the mesh, because the called pods have no sidecar. */
    List<Call> leaving() {
        return leaving;
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
        Optional<String> outside = members.outside(workload);
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
