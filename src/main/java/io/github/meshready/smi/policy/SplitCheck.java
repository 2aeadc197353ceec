package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.Split.Backend;
import io.github.meshready.smi.policy.SplitFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds everything about a split that keeps the mesh from following it as it reads. */
public final class SplitCheck {

    private final Application application;
    private final SplitPorts ports;

    /** @param protocols what the mesh takes ports for */
    public SplitCheck(Application application, PortReading protocols) {
        this.application = application;
        this.ports = new SplitPorts(application, protocols);
    }

    /**
     * Checks one split.
     *
     * @param namesakes how many splits there are for its apex, itself included
     */
    public List<SplitFault> faults(Split split, int namesakes) {
        List<SplitFault> faults = new ArrayList<>();
        if (namesakes > 1) {
            faults.add(new SplitFault(
                    Kind.REPEATED,
                    OptionalInt.empty(),
                    true,
                    "Service " + split.apex() + " has " + namesakes + " TrafficSplits",
                    "the mesh follows whichever it happens to see first",
                    "keep one of them"));
        }
        weights(split, faults);
        Optional<Service> apex = application.service(split.apex());
        if (apex.isEmpty()) {
            faults.add(missing(OptionalInt.empty(), "the Service that is spread, " + split.apex() + ","));
        }
        for (int i = 0; i < split.backends().size(); i++) {
            Backend backend = split.backends().get(i);
            OptionalInt index = OptionalInt.of(i);
            Optional<Service> leaf = application.service(backend.service());
            if (leaf.isEmpty()) {
                faults.add(missing(index, "backend " + backend.service()));
            } else if (apex.isPresent() && !leaf.equals(apex)) {
                faults.addAll(ports.faults(apex.get(), leaf.get(), index));
                selector(apex.get(), leaf.get(), index).ifPresent(faults::add);
            }
        }
        return faults;
    }

    /** OSM v1.2.4, pkg/catalog/outbound_traffic_policies.go: Services are looked up in the split's own namespace. */
    private static SplitFault missing(OptionalInt backend, String what) {
        return new SplitFault(
                Kind.SERVICE,
                backend,
                true,
                what + " is no Service of the manifests",
                backend.isPresent()
                        ? "the mesh leaves it out: the others get its share"
                        : "the mesh never applies the split",
                "name a Service of the split's own namespace, without the namespace");
    }

    /** OSM v1.2.4, pkg/envoy/rds/route/route_config.go buildWeightedCluster; pkg/envoy/lds/inmesh.go. */
    private void weights(Split split, List<SplitFault> faults) {
        for (int i = 0; i < split.backends().size(); i++) {
            SplitWeight weight = split.backends().get(i).weight();
            if (!weight.isPossible()) {
                faults.add(weight(
                        OptionalInt.of(i),
                        "weight " + weight.written() + " is no whole number from 0 on",
                        "the mesh cannot read it, or its proxies refuse it"));
            }
        }
        if (faults.stream().noneMatch(fault -> fault.kind() == Kind.WEIGHT) && !split.hasPossibleWeights()) {
            String sum = split.totalWeight() < 1 ? "nothing" : "more than proxies can count";
            faults.add(weight(
                    OptionalInt.empty(),
                    "the weights add up to " + sum,
                    "the callers' proxies refuse their configuration: calls to " + split.apex() + " fail"));
        }
        boolean raw = application
                .service(split.apex())
                .filter(apex -> apex.tcpPorts().stream().anyMatch(port -> ports.isRaw(apex, port)))
                .isPresent();
        for (int i = 0;
                raw && split.backends().size() > 1 && i < split.backends().size();
                i++) {
            if (split.backends().get(i).weight().value() == 0) {
                faults.add(weight(
                        OptionalInt.of(i),
                        "weight 0 of a backend where " + split.apex() + " has a raw TCP port",
                        "the callers' proxies refuse their whole configuration: none of their calls works"));
            }
        }
    }

    private static SplitFault weight(OptionalInt backend, String message, String consequence) {
        return new SplitFault(
                Kind.WEIGHT,
                backend,
                true,
                message,
                consequence,
                "give whole weights from 0 on, of which one at least is larger; on raw TCP, remove the backend instead");
    }

    /** Callers learn of the apex only through accounts whose pods it selects (OSM v1.2.0, release notes). */
    private Optional<SplitFault> selector(Service apex, Service leaf, OptionalInt backend) {
        List<Workload> behind = application.selectedBy(leaf);
        List<Workload> selected = application.selectedBy(apex);
        if (behind.isEmpty()) {
            return Optional.of(selector(
                    backend, true, "backend " + leaf.name() + " selects no pods of the manifests", "its share fails"));
        }
        if (selected.containsAll(behind)) {
            return Optional.empty();
        }
        boolean none = behind.stream().noneMatch(selected::contains);
        return Optional.of(selector(
                backend,
                none,
                "Service " + apex.name() + " does not select " + (none ? "the pods" : "all pods") + " of backend "
                        + leaf.name(),
                "callers that may call only these pods do not learn of " + apex.name() + ": their calls fail"));
    }

    private static SplitFault selector(OptionalInt backend, boolean breaks, String message, String consequence) {
        return new SplitFault(
                Kind.SELECTOR,
                backend,
                breaks,
                message,
                consequence,
                "give the Service that is spread a selector that matches the pods of every backend");
    }
}
