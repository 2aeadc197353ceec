package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.ContainerPort;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.verify.invariant.Hop.Cause;
import io.github.meshready.smi.verify.invariant.Hop.Means;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where pods can be reached without a sidecar of theirs that looks at it: whatever policies say, anyone gets in there. */
final class Openings {

    private final Mesh mesh;

    Openings(Mesh mesh) {
        this.mesh = mesh;
    }

    /**
     * A place where anyone gets in.
     *
     * @param at what is dialled
     * @param reason why nothing looks at it
     * @param isUnseen whether sidecars of callers do not see it either
     * @param cause what to look at
     */
    record Opening(String at, String reason, boolean isUnseen, Cause cause) {

        Hop hop(Party from, Party to) {
            return new Hop(from, to, at, "anything", reason, true, cause);
        }
    }

    /** The openings of a workload's pods. */
    List<Opening> of(Workload workload) {
        List<Opening> openings = new ArrayList<>();
        Optional<String> outside = mesh.membership().outside(workload);
        if (outside.isPresent()) {
            String at = mesh.application().servicesOf(workload).stream()
                    .flatMap(service -> service.tcpPorts().stream().map(port -> service.name() + ":" + port.number()))
                    .sorted()
                    .findFirst()
                    .orElse("its pods' addresses");
            openings.add(new Opening(at, bare(outside.get()), false, cause(workload)));
        } else {
            excluded(workload)
                    .forEach(port -> openings.add(new Opening(
                            "port " + port + " of its pods", excluded(port), false, cause(workload, port))));
        }
        mesh.application().servicesOf(workload).forEach(service -> addUnseen(service, openings));
        return openings;
    }

    /** Why nothing looks at a port of pods that is not guarded, and what to look at. */
    Opening at(String at, Workload workload, int port) {
        return mesh.membership()
                .outside(workload)
                .map(reason -> new Opening(at, bare(reason), false, cause(workload)))
                .orElseGet(() -> new Opening(at, excluded(port), false, cause(workload, port)));
    }

    private static String bare(String reason) {
        return "as its pods have no sidecar (" + reason + ")";
    }

    private static String excluded(int port) {
        return "as port " + port + " of its pods is kept from their sidecar";
    }

    private Cause cause(Workload workload) {
        String annotation = mesh.mode().dialect().injection();
        return cause(workload.object(), workload.annotationLocation(annotation));
    }

    private Cause cause(Workload workload, int port) {
        if (mesh.exclusions().inboundPorts(workload).contains(port)) {
            Location place = workload.annotationLocation(mesh.exclusions().inboundAnnotation());
            return cause(workload.object(), place);
        }
        return config(mesh);
    }

    private static Cause cause(KubeObject object, Location place) {
        return new Cause(Means.UNGUARDED, object.described(), Optional.of(place));
    }

    private static Cause config(Mesh mesh) {
        Optional<MeshConfig> config = mesh.mode().config();
        return new Cause(
                Means.UNGUARDED,
                MeshConfig.KIND + " " + mesh.mode().dialect().meshConfigName(),
                config.map(MeshConfig::location));
    }

    /** Ports that its pods say they exclude, and those of theirs that the MeshConfig excludes everywhere. */
    private Set<Integer> excluded(Workload workload) {
        Set<Integer> ports = new TreeSet<>(mesh.exclusions().inboundPorts(workload));
        for (Service service : mesh.application().servicesOf(workload)) {
            service.tcpPorts().forEach(port -> port.target().on(workload.pod()).ifPresent(ports::add));
        }
        workload.pod()
                .containers()
                .forEach(container ->
                        container.ports().stream().map(ContainerPort::number).forEach(ports::add));
        ports.removeIf(port -> !mesh.exclusions().inbound(workload, port));
        return ports;
    }

    /** What sidecars at neither end see: IPv6, and what is not TCP (OSM v1.2.4, pkg/injector/iptables.go). */
    private static void addUnseen(Service service, List<Opening> openings) {
        service.ports().stream()
                .filter(port -> !port.isTcp())
                .forEach(port -> openings.add(new Opening(
                        service.name() + ":" + port.number() + " over " + Printable.text(port.transport()),
                        "as the mesh looks at TCP only",
                        true,
                        cause(service.object(), port.location()))));
        Fields spec = service.object().fields().requiredMapping("spec");
        boolean dual =
                spec.text("ipFamilyPolicy").filter("RequireDualStack"::equals).isPresent();
        boolean sixth = spec.scalars("ipFamilies").stream()
                .anyMatch(family -> family.value().equals("IPv6"));
        if (dual || sixth) {
            Location place = spec.location(sixth ? "ipFamilies" : "ipFamilyPolicy");
            openings.add(new Opening(
                    service.name() + " over IPv6",
                    "as the mesh looks at IPv4 only",
                    true,
                    cause(service.object(), place)));
        }
    }
}
