package io.github.meshready.smi.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the addresses in a text and says how sure each is to be one. */
final class AddressReader {

    private static final String SERVICE_DOMAIN = ".svc";

    /** Forms that hardly anything else has. */
    private final List<AddressForm> explicit = List.of(new UrlForm(), new HostPortForm());

    private final AddressForm bare = new HostForm();

    /** An address and how sure it is to be one. */
    record Sighting(Address address, Confidence confidence) {}

    List<Sighting> read(Mention mention) {
        List<Sighting> sure = explicit.stream()
                .flatMap(form -> form.addresses(mention.value()).stream())
                .map(address -> new Sighting(address, Confidence.HIGH))
                .toList();
        return sure.isEmpty() ? bareHost(mention) : sure;
    }

    private List<Sighting> bareHost(Mention mention) {
        return bare.addresses(mention.value()).stream()
                .flatMap(address ->
                        confidence(address.host(), mention.key())
                                .map(confidence -> new Sighting(address, confidence))
                                .stream())
                .toList();
    }

    /** A word alone is an address only if its form or its key says so; empty if the key says that it is not. */
    private static Optional<Confidence> confidence(String host, String key) {
        boolean inCluster = Stream.of(SERVICE_DOMAIN, SERVICE_DOMAIN + ".cluster.local")
                .anyMatch(suffix -> host.endsWith(suffix) && host.indexOf('.') < host.length() - suffix.length());
        if (inCluster) {
            return Optional.of(Confidence.HIGH);
        }
        KeyHint hint = KeyHint.of(key);
        if (key.isEmpty() || hint == KeyHint.OTHER) {
            return Optional.empty();
        }
        return Optional.of(hint == KeyHint.ADDRESS ? Confidence.MEDIUM : Confidence.LOW);
    }
}
