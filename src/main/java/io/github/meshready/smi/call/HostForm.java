package io.github.meshready.smi.call;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** A host name and nothing else. */
final class HostForm implements AddressForm {

    /** Values of switches, which stand under keys that sound like addresses. */
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "none", "null", "auto");

    @Override
    public List<Address> addresses(String text) {
        return HostText.host(text.strip())
                .filter(host -> !WORDS.contains(host))
                .map(host -> new Address(host, OptionalInt.empty(), ""))
                .stream()
                .toList();
    }
}
