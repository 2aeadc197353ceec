package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.SpokenProtocol;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A call out of the cluster.
 *
 * @param source the workload that calls
 * @param host the host that it names
 * @param port the port that it dials; empty if nothing tells
 * @param protocol what Egress policies call the protocol: http, https, tcp or tcp-server-first
 * @param service the Service that it names, if it names one
 * @param evidence what tells it
 */
public record ExternalCall(
        Workload source, String host, OptionalInt port, String protocol, Optional<Service> service, Evidence evidence) {

    private static final String HTTPS = "https";
    private static final Set<String> OVER_TLS = Set.of(HTTPS, "wss", "grpcs");

    /** Schemes that name things, or say how to get at them in ways of their own. */
    private static final Set<String> NAMES_ONLY =
            Set.of("arn", "classpath", "docker", "file", "git", "gs", "s3", "spiffe", "urn");

    private static final Set<Integer> TLS_PORTS = Set.of(443, 8443);

    /** The calls out of the cluster that were found, one for each source, host, port and protocol. */
    public static List<ExternalCall> of(CallGraph graph) {
        return graph.unresolved().stream()
                .filter(each -> each.reason() == Unresolved.Reason.EXTERNAL)
                .filter(each -> !NAMES_ONLY.contains(each.address().scheme()))
                .map(each -> of(each, graph))
                .toList();
    }

    /** A call to pods without a sidecar, by every name that the caller uses. */
    public static List<ExternalCall> of(Call call) {
        String protocol = call.protocol() == AppProtocol.GRPC
                ? AppProtocol.TCP.toString()
                : call.protocol().toString();
        OptionalInt port = OptionalInt.of(call.port().number());
        return call.evidence().stream()
                .map(evidence -> new ExternalCall(
                        call.source(), host(evidence.address()), port, protocol, Optional.of(call.service()), evidence))
                .toList();
    }

    private static String host(String address) {
        int colon = address.indexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    private static ExternalCall of(Unresolved found, CallGraph graph) {
        Address address = found.address();
        OptionalInt port = address.port().isPresent() ? address.port() : Schemes.defaultPort(address.scheme());
        // What passes a proxy carries the names of others, if any.
        boolean proxy = found.evidence().key().toUpperCase(Locale.ROOT).endsWith("_PROXY");
        String protocol =
                proxy ? AppProtocol.TCP.toString() : protocol(address.scheme(), port, told(found, port, graph));
        return new ExternalCall(found.source(), address.host(), port, protocol, found.service(), found.evidence());
    }

    /** What the Service says is spoken on its port. */
    private static Optional<AppProtocol> told(Unresolved found, OptionalInt port, CallGraph graph) {
        return found.service()
                .filter(service -> port.isPresent())
                .flatMap(service -> service.tcpPort(port.getAsInt()).map(each -> graph.protocol(service, each)))
                .filter(PortProtocol::isKnown)
                .map(PortProtocol::protocol);
    }

    /** By the scheme, else by the Service, else by the number; what is unknown is tcp, which carries everything. */
    private static String protocol(String scheme, OptionalInt port, Optional<AppProtocol> told) {
        if (OVER_TLS.contains(scheme)) {
            return HTTPS;
        }
        Optional<AppProtocol> byScheme = Schemes.protocol(scheme);
        if (byScheme.isEmpty() && port.isPresent() && TLS_PORTS.contains(port.getAsInt())) {
            return HTTPS;
        }
        AppProtocol spoken = byScheme.or(() -> told)
                .or(() -> port.isPresent() ? SpokenProtocol.usual(port.getAsInt()) : Optional.empty())
                .orElse(AppProtocol.TCP);
        // An Egress knows no grpc (OSM v1.2.4, pkg/catalog/egress.go).
        return (spoken == AppProtocol.GRPC ? AppProtocol.TCP : spoken).toString();
    }

    /** Whether the host is not told, because it stands in a Secret. */
    public boolean isHidden() {
        return host.equals(Address.HIDDEN.host());
    }

    /** Source and target in a few words. */
    public String described() {
        if (isHidden()) {
            return source.name() + " -> a host that is not shown (" + evidence.described() + ")";
        }
        return source.name() + " -> " + host + (port.isPresent() ? ":" + port.getAsInt() : "") + " " + protocol + " ("
                + evidence.described() + ")";
    }
}
