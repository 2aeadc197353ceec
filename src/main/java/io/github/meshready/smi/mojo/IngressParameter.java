package io.github.meshready.smi.mojo;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.app.DnsName;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.policy.DeclaredIngress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@code <from>} element of {@code <ingress>}; Maven fills the fields. */
public class IngressParameter {

    private String service;
    private String ranges;
    private String principals;
    private String to;

    DeclaredIngress toIngress() {
        List<ObjectName> controllers =
                texts(service).map(IngressParameter::controller).toList();
        if (controllers.size() > 1) {
            throw new ParameterException(
                    "ingress", "a <service> names several Services", "give each a <from> of its own");
        }
        Optional<ObjectName> controller = controllers.stream().findFirst();
        List<String> addresses = texts(ranges).map(IngressParameter::range).toList();
        List<String> identities =
                texts(principals).map(IngressParameter::principal).toList();
        if (controller.isEmpty() && addresses.isEmpty() && identities.isEmpty()) {
            throw new ParameterException(
                    "ingress",
                    "a <from> says nothing of who calls, and would let in everybody",
                    "add <service>, <ranges> or <principals>");
        }
        return new DeclaredIngress(controller, addresses, identities, texts(to).toList());
    }

    private static ObjectName controller(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !DnsName.isLabel(parts[0]) || !DnsName.isLabel(parts[1])) {
            throw new ParameterException(
                    "ingress", "the <service> \"" + text + "\" names no Service", "write namespace/name");
        }
        return new ObjectName(parts[0], parts[1]);
    }

    private static String range(String text) {
        if (!Cidr.isRange(text)) {
            throw new ParameterException(
                    "ingress",
                    "\"" + text + "\" in <ranges> is no range of IPv4 addresses",
                    "write it as a CIDR, such as 203.0.113.0/24, or 203.0.113.7/32 for one address");
        }
        return text;
    }

    /** Principals are account, namespace and trust domain (OSM v1.2.4, pkg/identity/types.go). */
    private static String principal(String text) {
        if (!DnsName.isSubdomain(text) || text.split("\\.").length < 3) {
            throw new ParameterException(
                    "ingress",
                    "\"" + text + "\" in <principals> is no identity of the mesh",
                    "write account.namespace.trust-domain, such as ingress-nginx.ingress-nginx.cluster.local");
        }
        return text;
    }

    private static Stream<String> texts(String list) {
        return list == null
                ? Stream.empty()
                : Stream.of(list.split(",")).map(String::strip).filter(text -> !text.isEmpty());
    }
}
