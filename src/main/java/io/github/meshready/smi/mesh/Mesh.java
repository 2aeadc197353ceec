package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Exclusions;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.policy.PolicySet;
import io.github.meshready.smi.policy.Splits;
import io.github.meshready.smi.policy.TrafficSplit;
import io.github.meshready.smi.policy.TrafficTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The mesh as it stands once everything has been applied: who is in it, and what its policies add up to. */
public final class Mesh {

    private static final String SETTING = "UpstreamTrafficSetting";

    private final Application application;
    private final PolicySet policies;
    private final MeshMode mode;
    private final String meshName;
    private final Membership membership;
    private final Exclusions exclusions;
    private final Listeners listeners;
    private final Splits splits;
    private final Map<ObjectName, DestinationPolicy> destinations = new HashMap<>();
    private final Map<ObjectName, List<ServedPort>> served = new TreeMap<>();
    private final Map<ObjectName, List<Workload>> runningAs = new TreeMap<>();

    public Mesh(Application application, PolicySet policies, MeshMode mode, String meshName) {
        this.application = application;
        this.policies = policies;
        this.mode = mode;
        this.meshName = meshName;
        this.membership = new Membership(application, mode.dialect(), meshName);
        this.exclusions = new Exclusions(mode);
        this.listeners = new Listeners(application, mode.dialect());
        this.splits = new Splits(
                application, policies.splits().stream().map(TrafficSplit::split).toList());
        for (TrafficTarget target : policies.targets()) {
            if (target.isValid(mode.dialect())
                    && membership.unwatched(target.namespace()).isEmpty()) {
                destinations
                        .computeIfAbsent(
                                target.destination().orElseThrow().account(),
                                key -> new DestinationPolicy(policies, mode.dialect()))
                        .add(target);
            }
        }
        membership.meshed().forEach(this::join);
    }

    private void join(Workload workload) {
        runningAs.computeIfAbsent(workload.account(), key -> new ArrayList<>()).add(workload);
        List<ServedPort> ports = served.computeIfAbsent(workload.account(), key -> new ArrayList<>());
        for (Service service : application.servicesOf(workload)) {
            for (ServicePort port : service.tcpPorts()) {
                port.target().on(workload.pod()).ifPresent(target -> {
                    ServedPort serving = ServedPort.of(service, port, target);
                    if (!ports.contains(serving)) {
                        ports.add(serving);
                    }
                });
            }
        }
    }

    /** The same mesh on the day on which permissive mode is switched off. */
    public Mesh enforced() {
        return new Mesh(application, policies, mode.enforced(), meshName);
    }

    public Application application() {
        return application;
    }

    public PolicySet policies() {
        return policies;
    }

    public MeshMode mode() {
        return mode;
    }

    public Membership membership() {
        return membership;
    }

    /** The accounts that meshed pods run as, with their workloads. */
    public Map<ObjectName, List<Workload>> runningAs() {
        return runningAs;
    }

    /** The ports that meshed pods of an account serve through Services. */
    public List<ServedPort> served(ObjectName account) {
        return served.getOrDefault(account, List.of());
    }

    /** Whether every pod behind a Service is reached past its sidecar on a port. */
    public boolean isPlain(Service service, int targetPort) {
        return application.selectedBy(service).stream().allMatch(workload -> exclusions.inbound(workload, targetPort));
    }

    /** Where calls to Services end up. */
    public Splits splits() {
        return splits;
    }

    /** The Egresses that let an account's pods call out, of those that the mesh follows. */
    public List<EgressPolicy> egress(ObjectName account) {
        return policies.egress(account).stream().filter(this::follows).toList();
    }

    /**
     * Whether the mesh follows an Egress: it looks at namespaces that it watches, and at none that refers to a setting that is
     * missing, or to several (OSM v1.2.4, pkg/catalog/egress.go, pkg/validator/validators.go).
     */
    public boolean follows(EgressPolicy policy) {
        List<ObjectName> settings = policy.references(SETTING);
        return membership.unwatched(policy.object().namespace()).isEmpty()
                && settings.size() <= 1
                && settings.stream()
                        .allMatch(name -> application.objects(mode.dialect().group("policy"), SETTING).stream()
                                .anyMatch(object -> object.objectName().equals(name)));
    }

    /** What lets traffic in from outside of the mesh. */
    public IngressPolicies ingress() {
        return new IngressPolicies(this);
    }

    /** What pods keep from their sidecars. */
    public Exclusions exclusions() {
        return exclusions;
    }

    /** What ports of Services do to proxies. */
    public Listeners listeners() {
        return listeners;
    }

    /** What happens to a call; for HTTP, whether any request at all can pass. */
    public Decision decide(Connection connection) {
        return new Decider(this, connection).decide(Optional.empty());
    }

    /** What happens to one HTTP request. */
    public Decision decide(Connection connection, HttpRequest request) {
        return new Decider(this, connection).decide(Optional.of(request));
    }

    /** What happens to the call of an init container. */
    public Decision decideBeforeSidecar(Connection connection) {
        return new Decider(this, connection).decideBeforeSidecar();
    }

    /** What becomes of a call at each of the ends that it may come to; nothing where it gets nowhere. */
    public List<Arrival> arrivals(Connection connection) {
        return new Arrivals(this, connection).find();
    }

    /**
     * What becomes of a call that goes past the caller's sidecar at each of its ends.
     *
     * @param reason why it does, in words
     */
    public List<Arrival> arrivalsPastSidecar(Connection connection, String reason) {
        return new Arrivals(this, connection).pastSidecar(reason);
    }

    /**
     * What a workload's pods do with callers that run as an account and have a sidecar, but are not among the manifests;
     * for HTTP, whether any request at all can pass.
     */
    public Decision decideFrom(ObjectName source, Workload server, ServedPort port) {
        return new SidecarCall(this, source, Optional.empty()).to(new Endpoint(server, port));
    }

    /** Whether the sidecar of a workload's pods sees what comes in at a port of theirs. */
    public boolean isGuarded(Workload server, int targetPort) {
        return membership.outside(server).isEmpty() && !exclusions.inbound(server, targetPort);
    }

    /** Whether policies give the sidecars of one account the pods of another: they call no others. */
    public boolean knows(ObjectName source, ObjectName destination) {
        return destination(destination)
                .filter(policy -> policy.handsOutPods(source))
                .isPresent();
    }

    /** Whether policies tell the sidecars of one account that another is in the mesh, with or without its pods. */
    boolean names(ObjectName source, ObjectName destination) {
        return destination(destination)
                .filter(policy -> !policy.naming(source).isEmpty())
                .isPresent();
    }

    /** What the TrafficTargets that count add up to for calls to an account; empty if none leads to it. */
    public Optional<DestinationPolicy> destination(ObjectName account) {
        return Optional.ofNullable(destinations.get(account));
    }

    /** The accounts that TrafficTargets lead to, whether pods run as them or not. */
    public Set<ObjectName> destinations() {
        return new TreeSet<>(destinations.keySet());
    }

    /**
     * What pods of an account do with a caller of another one, policies enforced and sidecars at both ends; for HTTP
     * without a request, whether any request at all can pass.
     */
    public Decision decideAt(ObjectName source, ObjectName account, ServedPort port, Optional<HttpRequest> request) {
        return destination(account)
                .map(policy -> AccountDecision.decide(policy, source, account, port, request))
                .orElseGet(() -> AccountDecision.noTarget(source, account));
    }

    /** Routes for different callers that one request can match, by the account that has them. */
    public Map<ObjectName, List<RouteConflict>> conflicts() {
        Map<ObjectName, List<RouteConflict>> conflicts = new TreeMap<>();
        destinations.forEach((account, policy) -> {
            if (!policy.conflicts().isEmpty()) {
                conflicts.put(account, policy.conflicts());
            }
        });
        return conflicts;
    }

    /**
     * Every access that the policies open, one per source, destination and port of the pods; none while the mesh
     * enforces no policies.
     */
    public List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        if (mode.permissive()) {
            return grants;
        }
        for (ObjectName account : new TreeSet<>(destinations.keySet())) {
            DestinationPolicy policy = destinations.get(account);
            for (ObjectName source : new TreeSet<>(policy.sources())) {
                Set<Integer> seen = new TreeSet<>();
                for (ServedPort port : served(account)) {
                    boolean open = AccountDecision.decide(policy, source, account, port, Optional.empty())
                            .mayPass();
                    if (open && seen.add(port.targetPort())) {
                        grants.add(new Grant(source, account, port, policy.naming(source)));
                    }
                }
            }
        }
        return grants;
    }
}
