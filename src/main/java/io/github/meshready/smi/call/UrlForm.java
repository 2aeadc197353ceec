package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code scheme://user@host:port,host:port/path}, wherever it stands in the text and however often. Read by hand,
 * because a URI parser gives up on placeholders in the credentials and on lists of hosts.
 */
final class UrlForm implements AddressForm {

    private static final String MARK = "://";

    /** Of gRPC's names: they tell how a host is found, not what is spoken with it, and may have it in the path. */
    private static final Set<String> RESOLVERS =
            Set.of("dns", "xds", "passthrough", "discovery", "static", "kubernetes", "k8s");

    private static final String END_OF_URL = "\"'<> \t\r\n";
    private static final String END_OF_AUTHORITY = "/?#;\"'<>|\\ \t\r\n";

    /** What ends the part of a path that is certain: queries, and what is filled in at run time. */
    private static final String END_OF_PATH = "?#;,{}$*|\\()[]`\u0001" + END_OF_URL;

    /**
     * A URL, or one of several that share all but the host.
     *
     * @param address its host and port
     * @param path how its path begins, as far as that is certain; empty if it has none
     */
    record Url(Address address, String path) {}

    @Override
    public List<Address> addresses(String text) {
        return urls(text).stream().map(Url::address).toList();
    }

    /** The URLs in a text. */
    List<Url> urls(String text) {
        List<Url> urls = new ArrayList<>();
        for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, mark + MARK.length())) {
            String scheme = scheme(text, mark);
            int start = mark + MARK.length();
            boolean resolver = RESOLVERS.contains(scheme);
            boolean inPath = resolver && text.startsWith("/", start); // dns:///host:port
            String authority = until(END_OF_AUTHORITY, text, inPath ? start + 1 : start);
            String hosts = authority.substring(authority.lastIndexOf('@') + 1);
            String behind = until(END_OF_PATH, text, start + authority.length());
            String path = behind.startsWith("//") ? "" : behind; // of the next URL in a list
            for (String host : hosts.split(",", -1)) {
                HostText.address(host, inPath ? "grpc" : resolver ? "" : scheme)
                        .ifPresent(address -> urls.add(new Url(address, path)));
            }
        }
        return urls;
    }

    /**
     * Whether a URL in the text has an {@code @} behind what should be its host: its password then holds a character
     * that ends a host, and what looks like the host is part of the credentials.
     */
    static boolean mayHoldCredentials(String text) {
        for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, mark + MARK.length())) {
            int start = mark + MARK.length();
            String authority = until(END_OF_AUTHORITY, text, start);
            if (until(END_OF_URL, text, start + authority.length()).indexOf('@') >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String scheme(String text, int end) {
        int start = end;
        while (start > 0 && isSchemeCharacter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isSchemeCharacter(char c) {
        return c < 0x7f && Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.' || c == '_';
    }

    private static String until(String ends, String text, int start) {
        int end = start;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }
}
