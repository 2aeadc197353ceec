package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code host:port}, alone or in a list with commas or blanks between, with or without a path behind. */
final class HostPortForm implements AddressForm {

    @Override
    public List<Address> addresses(String text) {
        List<Address> addresses = new ArrayList<>();
        for (String words : text.split("[\\s;]+")) {
            if (!words.contains("://")) { // else its hosts are the URL's
                for (String word : words.split(",")) {
                    address(word).ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }

    private static Optional<Address> address(String word) {
        int slash = word.indexOf('/');
        String host = slash < 0 ? word : word.substring(0, slash);
        return host.indexOf(':') < 0 ? Optional.empty() : HostText.address(host, "");
    }
}
