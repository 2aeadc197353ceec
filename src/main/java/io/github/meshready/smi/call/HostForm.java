package io.github.meshready.smi.call;

import java.util.List;
import java.util.OptionalInt;

/** A host name and nothing else. */
final class HostForm implements AddressForm {

    @Override
    public List<Address> addresses(String text) {
        return HostText.host(text.strip()).map(host -> new Address(host, OptionalInt.empty(), "")).stream()
                .toList();
    }
}
