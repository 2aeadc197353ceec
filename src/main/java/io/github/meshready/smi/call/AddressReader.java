package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the addresses in a text and says how sure each is to be one, and whether it can be shown. */
final class AddressReader {

    private static final String SERVICE_DOMAIN = ".svc";
    private static final List<String> SERVICE_SUFFIXES = List.of(SERVICE_DOMAIN, SERVICE_DOMAIN + ".cluster.local");

    private static final String AROUND_WORDS = Pieces.BLANKS + "\"'";

    private final UrlForm urls = new UrlForm();
    private final AddressForm hostsWithPort = new HostPortForm();
    private final AddressForm drivers = new DriverForm();
    private final AddressForm bareHosts = new HostForm();
    private final AddressForm namedPorts = new NamedPortForm();

    /**
     * An address that was found.
     *
     * @param address the address
     * @param confidence how sure it is to be one
     * @param printable whether it can be shown even if no Service has this name: it cannot be part of a credential
     * @param path how the path behind it begins, which can be shown; empty if nothing is known of it
     */
    record Sighting(Address address, Confidence confidence, boolean printable, String path) {

        /** One without a path. */
        Sighting(Address address, Confidence confidence, boolean printable) {
            this(address, confidence, printable, "");
        }

        /** The same with what else is known of the address. */
        Sighting with(Address other) {
            return new Sighting(other, confidence, printable, path);
        }
    }

    List<Sighting> read(Mention mention) {
        KeyHint hint = hint(mention);
        boolean inbound = hint == KeyHint.INBOUND;
        Confidence sureness = inbound ? Confidence.LOW : Confidence.HIGH;
        boolean printable = hint != KeyHint.SECRET
                && !inbound
                && !mention.origin().isSecret()
                && !UrlForm.mayHoldCredentials(mention.value());
        List<Sighting> sure = new ArrayList<>();
        urls.urls(mention.value())
                .forEach(
                        url -> sure.add(new Sighting(url.address(), sureness, printable, printable ? url.path() : "")));
        for (Address address : drivers.addresses(mention.value())) {
            boolean behindCredentials = DriverForm.mayHoldCredentials(mention.value());
            sure.add(new Sighting(address, sureness, printable && !behindCredentials));
        }
        if (hint != KeyHint.SECRET) {
            hostsWithPort.addresses(mention.value()).forEach(address -> {
                boolean named = hint == KeyHint.ADDRESS || isInCluster(address.host());
                boolean credentials = mention.value().indexOf('@') >= 0;
                sure.add(new Sighting(address, sureness, printable && named && !credentials));
            });
        }
        return sure.isEmpty() ? bareHosts(mention, hint) : sure;
    }

    /** Among the words of a line only a name that is the cluster's by its form. */
    private List<Sighting> clusterNames(Mention mention, KeyHint hint) {
        if (hint == KeyHint.SECRET || !mention.value().toLowerCase(Locale.ROOT).contains(SERVICE_DOMAIN)) {
            return List.of();
        }
        List<String> words = Pieces.of(mention.value().strip(), AROUND_WORDS);
        return words.size() < 2
                ? List.of()
                : words.stream()
                        .flatMap(word -> bareHosts.addresses(word).stream())
                        .filter(address -> isInCluster(address.host()))
                        .map(address -> new Sighting(
                                address, hint == KeyHint.INBOUND ? Confidence.LOW : Confidence.MEDIUM, false))
                        .toList();
    }

    /** A port beside it says that a value is a host, whatever its key is called. */
    private static KeyHint hint(Mention mention) {
        List<String> words = KeyHint.words(mention.key());
        KeyHint hint = KeyHint.namesKind(words, mention.value().strip()) ? KeyHint.UNCLEAR : KeyHint.of(words);
        boolean mayBe = hint == KeyHint.UNCLEAR || KeyHint.namesService(words);
        boolean host = mention.place() == Evidence.Place.ANNOTATION
                || mayBe && Siblings.port(mention).isPresent();
        return host ? KeyHint.ADDRESS : hint;
    }

    /** A word alone is an address only if its form or its key says so. */
    private List<Sighting> bareHosts(Mention mention, KeyHint hint) {
        List<Sighting> sightings = new ArrayList<>(clusterNames(mention, hint));
        String value = mention.value();
        boolean list = (hint == KeyHint.ADDRESS || hint == KeyHint.INBOUND)
                && (value.indexOf(',') >= 0 || value.indexOf(';') >= 0);
        for (String word : list ? value.split("[,;]") : new String[] {value}) {
            for (Address address : bareHosts.addresses(word)) {
                if (hint == KeyHint.INBOUND) {
                    sightings.add(new Sighting(address, Confidence.LOW, false));
                } else if (hint != KeyHint.SECRET && isInCluster(address.host())) {
                    sightings.add(new Sighting(
                            address, Confidence.HIGH, !mention.origin().isSecret()));
                } else if (hint == KeyHint.ADDRESS) {
                    sightings.add(new Sighting(
                            address, Confidence.MEDIUM, !mention.origin().isSecret()));
                } else if (hint == KeyHint.UNCLEAR && !mention.key().isEmpty()) {
                    sightings.add(new Sighting(address, Confidence.LOW, false));
                }
            }
            if (hint == KeyHint.ADDRESS) {
                namedPorts
                        .addresses(word)
                        .forEach(address -> sightings.add(new Sighting(address, Confidence.MEDIUM, false)));
            }
        }
        return sightings;
    }

    private static boolean isInCluster(String host) {
        for (String suffix : SERVICE_SUFFIXES) {
            if (host.endsWith(suffix) && host.indexOf('.') < host.length() - suffix.length()) {
                return true;
            }
        }
        return false;
    }
}
