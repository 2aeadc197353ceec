package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A workload that calls a port of a Service.
 *
 * @param source the caller
 * @param service what it calls
 * @param port the port that it dials
 * @param protocol what is spoken there
 * @param confidence how sure the call is
 * @param toPods whether all evidence names single pods of the Service, such as {@code db-0.db}
 * @param evidence what says so, at least one
 */
public record Call(
        Workload source,
        Service service,
        ServicePort port,
        AppProtocol protocol,
        Confidence confidence,
        boolean toPods,
        List<Evidence> evidence) {

    public Call {
        evidence = List.copyOf(evidence);
    }

    /** What init containers are told to call, before the sidecar starts. */
    public List<Evidence> beforeSidecar() {
        return evidence.stream().filter(Evidence::init).toList();
    }

    /** Where the first thing that says so stands; for a declared call, where its caller stands. */
    public Location location() {
        return evidence.stream()
                .flatMap(piece -> piece.location().stream())
                .findFirst()
                .orElse(source.object().location());
    }

    /** Whether nothing but init containers makes the call. */
    public boolean isOnlyBeforeSidecar() {
        return evidence.stream().allMatch(Evidence::init);
    }

    /** The call in words, such as {@code web -> db:5432 tcp-server-first (env DB_HOST)}. */
    public String described() {
        boolean sameNamespace = source.namespace().equals(service.name().namespace());
        String from = sameNamespace ? source.name() : source.objectName().toString();
        String to = sameNamespace ? service.name().name() : service.name().toString();
        return from + " -> " + to + ":" + port.number() + " " + protocol + " (" + reasons() + ")";
    }

    /** The evidence in words, each kind once. */
    public String reasons() {
        return evidence.stream().map(Evidence::described).distinct().collect(Collectors.joining(", "));
    }
}
