package io.github.meshready.smi.app;

/** Ranges of IPv4 addresses, such as {@code 203.0.113.0/24}; the mesh intercepts no other (OSM v1.2.4, pkg/injector/iptables.go). */
public final class Cidr {

    private static final int OCTETS = 4;
    private static final int MAX_OCTET = 255;
    private static final int MAX_PREFIX = 32;

    private Cidr() {}

    /** Whether a text is an address with the length of a prefix. */
    public static boolean isRange(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && isAddress(text.substring(0, slash)) && isNumber(text.substring(slash + 1), MAX_PREFIX);
    }

    /** Whether a text is an IPv4 address. */
    public static boolean isAddress(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != OCTETS) {
            return false;
        }
        for (String octet : octets) {
            if (!isNumber(octet, MAX_OCTET)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an address is in a range; false if the one is no address, or the other no range. */
    public static boolean contains(String range, String address) {
        if (!isRange(range) || !isAddress(address)) {
            return false;
        }
        int slash = range.indexOf('/');
        int free = MAX_PREFIX - Integer.parseInt(range.substring(slash + 1));
        return bits(range.substring(0, slash)) >>> free == bits(address) >>> free;
    }

    /** Whether two ranges have an address in common; false if one is no range. */
    public static boolean overlap(String one, String other) {
        return isRange(one)
                && isRange(other)
                && (contains(one, other.substring(0, other.indexOf('/')))
                        || contains(other, one.substring(0, one.indexOf('/'))));
    }

    private static long bits(String address) {
        long bits = 0;
        for (String octet : address.split("\\.")) {
            bits = bits << Byte.SIZE | Integer.parseInt(octet);
        }
        return bits;
    }

    private static boolean isNumber(String text, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (text.length() == 1 || text.charAt(0) != '0') && Integer.parseInt(text) <= most;
    }
}
