package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.app.Exclusions;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.ExternalCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Plans Egresses for calls out of the cluster, where the mesh lets none out (OSM v1.2.4, pkg/catalog/egress.go,
 * pkg/envoy/lds/egress.go): one for each account, protocol and port, so that no two match the same call, for which the
 * caller's proxy would refuse its whole configuration. Names over TLS and addresses on one port do not.
 */
final class EgressPlanner {

    private static final int API_PORT = 443;
    private static final String HTTPS = "https";
    private static final String SERVER_FIRST = "tcp-server-first";

    private final Application application;
    private final ApiUsers apiUsers;
    private final PolicySet existing;
    private final Exclusions exclusions;
    private final AccountPlan accounts;
    private final PlannedMembership members;

    private final Map<Key, Draft> drafts = new TreeMap<>();
    private final SortedSet<String> covered = new TreeSet<>();
    private final SortedSet<String> notes = new TreeSet<>();

    /** What makes an Egress. */
    private record Key(ObjectName account, int port, boolean tls, boolean http) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = account.compareTo(other.account);
            order = order == 0 ? Integer.compare(port, other.port) : order;
            order = order == 0 ? Boolean.compare(other.tls, tls) : order;
            return order == 0 ? Boolean.compare(other.http, http) : order;
        }
    }

    private static final class Draft {
        private String protocol;
        private boolean wide;
        private final SortedSet<String> hosts = new TreeSet<>();
        private final SortedSet<String> ranges = new TreeSet<>();
        private final SortedSet<String> reasons = new TreeSet<>();
    }

    EgressPlanner(
            Application application,
            ApiUsers apiUsers,
            PolicySet existing,
            MeshMode mode,
            AccountPlan accounts,
            PlannedMembership members) {
        this.application = application;
        this.apiUsers = apiUsers;
        this.existing = existing;
        this.exclusions = new Exclusions(mode);
        this.accounts = accounts;
        this.members = members;
    }

    /** @param api the address of the Kubernetes API, as a CIDR; empty if nobody said */
    EgressPlan plan(List<ExternalCall> calls, Optional<String> api) {
        calls.stream()
                .filter(call -> members.hasSidecar(call.source()))
                .filter(call -> !call.evidence().init()) // before the sidecar
                .forEach(this::add);
        application.workloads().stream()
                .filter(members::hasSidecar)
                .forEach(workload -> apiUsers.reason(workload).ifPresent(reason -> addApi(workload, reason, api)));
        drafts.forEach(this::widen);
        return new EgressPlan(named(), List.copyOf(covered), List.copyOf(notes));
    }

    private void add(ExternalCall call) {
        ObjectName account = accounts.accountOf().get(call.source());
        if (call.isHidden()) {
            if (egress(account).findAny().isEmpty()) {
                notes.add(call.described() + ": no Egress, because it would show what stands in a Secret; write one");
            }
            return;
        }
        if (call.port().isEmpty()) {
            notes.add(call.described() + ": no Egress, because nothing tells the port");
            return;
        }
        int port = call.port().getAsInt();
        if (exclusions.outbound(call.source(), port) || exclusions.outbound(call.source(), call.host())) {
            return; // past its sidecar
        }
        if (egress(account).anyMatch(policy -> policy.lets(call.host(), port, call.protocol()))) {
            covered.add(call.described());
            return;
        }
        boolean address = Cidr.isAddress(call.host());
        boolean http = call.protocol().equals("http");
        boolean tls = call.protocol().equals(HTTPS) && !address; // a certificate's name is never an address
        Draft draft = drafts.computeIfAbsent(new Key(account, port, tls, http), key -> new Draft());
        draft.reasons.add(call.described());
        if (http || tls) {
            draft.protocol = call.protocol();
            draft.hosts.add(call.host());
            return;
        }
        boolean serverFirst = call.protocol().equals(SERVER_FIRST) || SERVER_FIRST.equals(draft.protocol);
        draft.protocol = serverFirst ? SERVER_FIRST : "tcp";
        if (address) {
            draft.ranges.add(call.host() + "/32");
        } else {
            draft.wide = true;
        }
    }

    /** The Egresses of an account in namespaces that the mesh watches, or may watch (OSM v1.2.4, pkg/policy/client.go). */
    private Stream<EgressPolicy> egress(ObjectName account) {
        return existing.egress(account).stream()
                .filter(policy -> members.watches(policy.object().namespace()));
    }

    private void addApi(Workload workload, String reason, Optional<String> api) {
        ObjectName account = accounts.accountOf().get(workload);
        String call = workload.name() + " -> Kubernetes API (" + reason + ")";
        Optional<String> address = api.map(range -> range.substring(0, range.indexOf('/')));
        if (exclusions.outbound(workload, API_PORT)
                || address.filter(each -> exclusions.outbound(workload, each)).isPresent()) {
            return; // past its sidecar
        }
        if (api.isEmpty()) {
            notes.add(call
                    + ": no Egress, because nothing tells the address; set smi.kubernetesApi to the cluster IP that"
                    + " kubectl get service kubernetes -n default shows, such as 10.0.0.1/32");
            return;
        }
        if (egress(account).anyMatch(policy -> policy.lets(address.orElseThrow(), API_PORT, "tcp"))) {
            covered.add(call);
            return;
        }
        Draft draft = drafts.computeIfAbsent(new Key(account, API_PORT, false, false), key -> new Draft());
        draft.protocol = "tcp";
        draft.ranges.add(api.get());
        draft.reasons.add(call);
    }

    private void widen(Key key, Draft draft) {
        if (draft.wide) {
            draft.ranges.clear();
            notes.add("Account " + key.account() + " may call every address on port " + key.port()
                    + ", because the mesh cannot tell hosts apart over tcp: " + String.join("; ", draft.reasons));
        }
    }

    private List<PlannedEgress> named() {
        List<PlannedEgress> planned = new ArrayList<>();
        drafts.forEach((key, draft) -> planned.add(new PlannedEgress(
                new ObjectName(
                        key.account().namespace(), key.account().name() + "-" + draft.protocol + "-" + key.port()),
                key.account(),
                key.port(),
                draft.protocol,
                draft.hosts,
                draft.ranges,
                List.copyOf(draft.reasons))));
        Map<PlannedEgress, ObjectName> names = new PolicyNames(application)
                .name(
                        planned,
                        Smi.EGRESS,
                        PlannedEgress::name,
                        each -> each.name().name());
        return planned.stream().map(each -> each.named(names.get(each))).toList();
    }
}
