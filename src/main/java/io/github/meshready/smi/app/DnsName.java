package io.github.meshready.smi.app;

/** The two forms of names that Kubernetes allows (RFC 1123, as the API server checks them). */
public final class DnsName {

    private static final int MAX_LABEL = 63;
    private static final int MAX_SUBDOMAIN = 253;

    private DnsName() {}

    /** Lower-case letters, digits and inner dashes, at most 63: namespaces, Services, one part of a host name. */
    public static boolean isLabel(String name) {
        return name.length() <= MAX_LABEL && isPart(name, 0, name.length());
    }

    /** Parts like labels, joined by dots, at most 253 characters in all: workloads, service accounts, host names. */
    public static boolean isSubdomain(String name) {
        if (name.length() > MAX_SUBDOMAIN) {
            return false;
        }
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            if (!isPart(name, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isPart(name, start, name.length());
    }

    private static boolean isPart(String name, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = name.charAt(i);
            boolean inner = i > start && i < end - 1;
            boolean allowed = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && inner;
            if (!allowed) {
                return false;
            }
        }
        return end > start;
    }
}
