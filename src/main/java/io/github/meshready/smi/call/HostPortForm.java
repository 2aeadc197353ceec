package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;

/** {@code host:port}, alone or in a list with commas or blanks between, with or without a path behind. */
final class HostPortForm implements AddressForm {

    @Override
    public List<Address> addresses(String text) {
        List<Address> addresses = new ArrayList<>();
        for (String word : text.split("[\\s,;]+")) {
            if (word.contains("://") || word.indexOf(':') < 0) {
                continue;
            }
            int slash = word.indexOf('/');
            HostText.address(slash < 0 ? word : word.substring(0, slash), "").ifPresent(addresses::add);
        }
        return addresses;
    }
}
