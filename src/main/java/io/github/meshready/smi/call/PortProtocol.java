package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshProtocol;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.SpokenProtocol;
import io.github.meshready.smi.app.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is spoken on a Service port, from everything that is known.
 *
 * @param protocol the protocol
 * @param why what tells it, for messages
 * @param isKnown whether anything tells it
 */
public record PortProtocol(AppProtocol protocol, String why, boolean isKnown) {

    private PortProtocol(AppProtocol protocol, String why) {
        this(protocol, why, true);
    }

    /** What the build's configuration says, which knows best. */
    static PortProtocol declared(AppProtocol protocol) {
        return new PortProtocol(protocol, "a declared <protocol>");
    }

    /**
     * What to write for a port that is called, where nothing of its own tells: HTTP if that is what the same number is for
     * elsewhere in the application, else raw TCP, because that carries HTTP too, while the mesh's own default breaks
     * everything else. A number that is free to choose says too little for gRPC or for a server that speaks first.
     *
     * @param elsewhere what is spoken on ports of the same number
     */
    static PortProtocol guessed(int number, Set<AppProtocol> elsewhere) {
        return elsewhere.equals(Set.of(AppProtocol.HTTP))
                ? new PortProtocol(AppProtocol.HTTP, "port " + number + " elsewhere in the application")
                : new PortProtocol(AppProtocol.TCP, "assumed, as nothing tells", false);
    }

    /**
     * Decides by what the Service declares, else by the scheme that a client uses, else by the port's name, probes,
     * the server's variables, image and number, else for http, as the mesh does. A client's scheme outranks a number: HTTP on 3306 exists. Where clients
     * disagree, the port's own signs decide, else the protocol that carries the other one too.
     *
     * @param schemes what clients' URLs say of the port
     * @param behind the workloads that the Service selects
     */
    static PortProtocol of(ServicePort port, Set<AppProtocol> schemes, List<Workload> behind) {
        MeshProtocol declared = port.meshProtocol();
        if (declared.origin() == MeshProtocol.Origin.APP_PROTOCOL
                && declared.protocol().isPresent()) {
            return new PortProtocol(declared.protocol().get(), "appProtocol");
        }
        if (declared.origin() == MeshProtocol.Origin.NAME_PREFIX) {
            return new PortProtocol(declared.protocol().orElseThrow(), "port name " + port.name());
        }
        Optional<SpokenProtocol> spoken = SpokenProtocol.of(port, behind);
        Optional<AppProtocol> scheme = agreed(schemes);
        boolean disagree = schemes.stream().map(AppProtocol::isHttp).distinct().count() > 1;
        if (scheme.isPresent() && !(disagree && spoken.isPresent()) && !isRefinedBy(scheme.get(), spoken)) {
            return new PortProtocol(scheme.get(), "a client's URL");
        }
        return spoken.map(found -> new PortProtocol(found.protocol(), found.why()))
                .orElse(new PortProtocol(AppProtocol.HTTP, "the mesh's default", false));
    }

    /** Raw TCP carries HTTP, and what waits for no client carries both; plain HTTP is the more usual form of it. */
    private static Optional<AppProtocol> agreed(Set<AppProtocol> schemes) {
        return schemes.stream().anyMatch(scheme -> !scheme.isHttp())
                ? schemes.stream().max(Comparator.naturalOrder())
                : schemes.stream().min(Comparator.naturalOrder());
    }

    /** Whether the mesh takes the port for something else, by its name or for want of anything, and can be told. */
    public boolean isMisread(ServicePort port, Dialect dialect) {
        MeshProtocol taken = port.meshProtocol();
        return taken.origin() != MeshProtocol.Origin.APP_PROTOCOL
                && !taken.protocol().equals(Optional.of(dialect.nearest(protocol)));
    }

    /** A scheme says whether requests are HTTP; what exactly, the port may know better (gRPC, server first). */
    private static boolean isRefinedBy(AppProtocol scheme, Optional<SpokenProtocol> spoken) {
        return spoken.filter(found -> found.protocol().isHttp() == scheme.isHttp()
                        && found.protocol().compareTo(scheme) >= 0)
                .isPresent();
    }
}
