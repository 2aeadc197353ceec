package io.github.meshready.smi.app;

/** The two forms of names that Kubernetes allows (RFC 1123, as the API server checks them). */
public final class DnsName {

    private static final int MAX_LABEL = 63;
    private static final int MAX_SUBDOMAIN = 253;

    private DnsName() {}

    /** Lower-case letters, digits and inner dashes, at most 63: namespaces, Services, one part of a host name. */
    public static boolean isLabel(String name) {
        return name.length() <= MAX_LABEL && isPart(name);
    }

    /** Parts like labels, joined by dots, at most 253 characters in all: workloads, service accounts, host names. */
    public static boolean isSubdomain(String name) {
        if (name.length() > MAX_SUBDOMAIN) {
            return false;
        }
        for (String part : name.split("\\.", -1)) {
            if (!isPart(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean inner = i > 0 && i < part.length() - 1;
            boolean allowed = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && inner;
            if (!allowed) {
                return false;
            }
        }
        return !part.isEmpty();
    }
}
