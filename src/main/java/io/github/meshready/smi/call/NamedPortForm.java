package io.github.meshready.smi.call;

import io.github.meshready.smi.app.DnsName;
import java.util.List;
import java.util.OptionalInt;

/** {@code host:http}: a port by its name in the Service. */
final class NamedPortForm implements AddressForm {

    @Override
    public List<Address> addresses(String text) {
        String word = text.strip();
        int colon = word.indexOf(':');
        String name = word.substring(colon + 1);
        boolean named = colon > 0 && DnsName.isLabel(name) && name.chars().anyMatch(Character::isLetter);
        return named
                ? HostText.host(word.substring(0, colon)).stream()
                        .map(host -> new Address(host, OptionalInt.empty(), "", name))
                        .toList()
                : List.of();
    }
}
