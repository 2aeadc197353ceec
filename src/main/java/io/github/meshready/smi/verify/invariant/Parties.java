package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everyone that manifests speak of: who may be a caller, who may be called, and what Services and accounts mean. */
final class Parties {

    private final Mesh mesh;
    private final List<Party.Pods> pods;
    private final Map<ObjectName, Set<Party>> services = new TreeMap<>();
    private final Map<ObjectName, Set<Party>> accounts = new TreeMap<>();

    /** @param externalAccounts accounts that exist without a manifest */
    Parties(Mesh mesh, Set<ObjectName> externalAccounts) {
        this.mesh = mesh;
        this.pods = mesh.application().workloads().stream()
                .sorted(Comparator.comparing(Workload::id))
                .map(Party.Pods::new)
                .toList();
        mesh.application().services().forEach(service -> services.put(service.name(), behind(service)));
        pods.forEach(each -> accounts.computeIfAbsent(each.workload().account(), key -> new LinkedHashSet<>())
                .add(each));
        Set<ObjectName> others = new TreeSet<>(externalAccounts);
        others.addAll(mesh.application().accounts().keySet());
        for (TrafficTarget target : mesh.policies().targets()) {
            target.destination().map(AccountRef::account).ifPresent(others::add);
            target.sources().forEach(source -> others.add(source.account()));
        }
        others.removeIf(account -> account.namespace().isEmpty()); // no pod has such an identity
        others.forEach(account -> accounts.putIfAbsent(account, Set.of(new Party.Account(account))));
    }

    Application application() {
        return mesh.application();
    }

    /** All that may call: what is not among the manifests first. */
    List<Party> callers() {
        List<Party> callers = new ArrayList<>();
        callers.add(new Party.Anyone());
        mesh.policies().ingressBackends().forEach(policy -> callers.add(new Party.Ingress(policy)));
        callers.addAll(pods);
        Set<ObjectName> sources = new TreeSet<>();
        for (ObjectName destination : mesh.destinations()) {
            DestinationPolicy policy = mesh.destination(destination).orElseThrow();
            sources.addAll(policy.sources());
        }
        sources.forEach(source -> addUnseen(source, callers));
        return callers;
    }

    /** All that may be called. */
    List<Party> called() {
        List<Party> called = new ArrayList<>(pods);
        mesh.destinations().forEach(destination -> addUnseen(destination, called));
        return called;
    }

    private void addUnseen(ObjectName account, List<Party> parties) {
        accounts.getOrDefault(account, Set.of()).stream()
                .filter(Party.Account.class::isInstance)
                .forEach(parties::add);
    }

    /** Whom calls to each Service reach: its own pods, and those that a TrafficSplit sends them to. */
    Map<ObjectName, Set<Party>> services() {
        return services;
    }

    /** Whom each account means: the workloads that run as it, or else pods that are elsewhere. */
    Map<ObjectName, Set<Party>> accounts() {
        return accounts;
    }

    private Set<Party> behind(Service service) {
        Set<Party> behind = new LinkedHashSet<>();
        mesh.application().selectedBy(service).forEach(workload -> behind.add(new Party.Pods(workload)));
        for (ServicePort port : service.tcpPorts()) {
            mesh.splits().leaves(service, port, false).stream()
                    .flatMap(leaf -> mesh.application().selectedBy(leaf.service()).stream())
                    .forEach(workload -> behind.add(new Party.Pods(workload)));
        }
        return behind;
    }
}
