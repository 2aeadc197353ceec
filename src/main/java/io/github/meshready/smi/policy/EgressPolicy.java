package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import java.util.List;

/**
 * An Egress as it stands in a manifest.
 *
 * @param object the object
 * @param sources the accounts whose pods it lets out
 * @param hosts hosts that it lets them call
 * @param ranges addresses that it lets them call
 * @param ports ports that it lets them dial
 */
public record EgressPolicy(
        KubeObject object, List<AccountRef> sources, List<String> hosts, List<String> ranges, List<Port> ports) {

    /**
     * A port.
     *
     * @param number its number
     * @param protocol what is spoken there, as written: any but the lower-case names of the mesh have no effect
     * @param location where it stands
     */
    public record Port(int number, String protocol, Location location) {}

    private static final String ANY_LABEL = "*.";
    private static final String EVERYWHERE = "0.0.0.0/0";

    public EgressPolicy {
        sources = List.copyOf(sources);
        hosts = List.copyOf(hosts);
        ranges = List.copyOf(ranges);
        ports = List.copyOf(ports);
    }

    /** Where the protocol of a port stands; if it has none, where the port does. */
    public Location protocolLocation(Port port) {
        return object.fields()
                .requiredMapping("spec")
                .mappings("ports")
                .get(ports.indexOf(port))
                .location("protocol");
    }

    /** Where the entry of a port stands; if it has none, where the policy does. */
    public Location portLocation(int number) {
        return ports.stream()
                .filter(port -> port.number() == number)
                .map(Port::location)
                .findFirst()
                .orElse(object.location());
    }

    /** What it refers to of a kind, in its own namespace: route groups that requests over http have to match, or a setting. */
    public List<ObjectName> references(String kind) {
        return object.fields().mapping("spec").stream()
                .flatMap(spec -> spec.mappings("matches").stream())
                .filter(match -> match.text("kind").filter(kind::equals).isPresent())
                .map(match ->
                        new ObjectName(object.namespace(), match.text("name").orElse("")))
                .toList();
    }

    boolean hasSource(ObjectName account) {
        return sources.stream()
                .anyMatch(
                        source -> source.isServiceAccount() && source.account().equals(account));
    }

    /**
     * Whether it lets its sources call a host on a port (OSM v1.2.4, pkg/catalog/egress.go, pkg/envoy/lds/egress.go): http by
     * the host, which has to be named; https by the host in the TLS handshake, or everything if none is named; tcp by
     * address, any if none is named.
     *
     * @param host a name, or an IPv4 address
     * @param protocol what is spoken: http, https, tcp or tcp-server-first
     */
    public boolean lets(String host, int port, String protocol) {
        return ports.stream().filter(each -> each.number() == port).anyMatch(each -> switch (each.protocol()) {
            case "http" -> protocol.equals("http") && hosts.contains(host);
            case "https" ->
                hosts.isEmpty()
                        ? isWithin(host)
                        : protocol.equals("https") && hosts.stream().anyMatch(pattern -> isMeant(pattern, host));
            case "tcp", "tcp-server-first" -> isWithin(host);
            default -> false;
        });
    }

    private static boolean isMeant(String pattern, String host) {
        return pattern.startsWith(ANY_LABEL) ? host.endsWith(pattern.substring(1)) : pattern.equals(host);
    }

    /** Names are not resolved here: where addresses are given, only an address can be known to be among them. */
    private boolean isWithin(String host) {
        return ranges.isEmpty()
                || ranges.stream().anyMatch(range -> range.equals(EVERYWHERE) || Cidr.contains(range, host));
    }
}
