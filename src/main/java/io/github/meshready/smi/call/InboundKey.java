package io.github.meshready.smi.call;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys whose addresses are not called by who is given them: they say who may come in, where browsers are sent, what others
 * are told, or are only shown.
 */
final class InboundKey {

    /** Wherever they stand. */
    private static final Set<String> ANYWHERE = Set.of(
            "ADVERTISE",
            "ADVERTISED",
            "AUDIENCE",
            "AUDIENCES",
            "CALLBACK",
            "CALLBACKS",
            "COOKIE",
            "COOKIES",
            "CORS",
            "LISTEN",
            "LISTENERS",
            "REDIRECT",
            "REDIRECTS",
            "RUNBOOK",
            "SPRINGDOC",
            "SWAGGER");

    /** As what the value is. */
    private static final Set<String> LAST = Set.of(
            "DESCRIPTION",
            "DOC",
            "EXPR",
            "FORMAT",
            "HREF",
            "IMAGE",
            "IMAGES",
            "MESSAGE",
            "ORIGIN",
            "ORIGINS",
            "SUMMARY",
            "TAG",
            "TITLE");

    private static final Set<String> GUESTS =
            Set.of("DOMAIN", "DOMAINS", "HOST", "HOSTNAMES", "HOSTS", "ORIGIN", "ORIGINS", "PROXIES");
    private static final Set<String> OWN = Set.of("DOMAIN", "HOST", "HOSTNAME", "URL");

    /** Next to each other: a word, and those that may follow it. */
    private static final Map<String, Set<String>> PAIRS = Map.ofEntries(
            Map.entry("NO", Set.of("PROXY")),
            Map.entry("NON", Set.of("PROXY")),
            Map.entry("ALLOWED", GUESTS),
            Map.entry("PERMITTED", GUESTS),
            Map.entry("TRUSTED", GUESTS),
            Map.entry("WHITELISTED", GUESTS),
            Map.entry("VIRTUAL", Set.of("HOST", "HOSTS")),
            Map.entry("EXTERNAL", OWN),
            Map.entry("PUBLIC", OWN),
            Map.entry("BIND", Set.of("ADDR", "ADDRESS", "HOST")),
            Map.entry("ALT", Set.of("NAMES")),
            Map.entry("DNS", Set.of("NAMES")),
            Map.entry("INSTANCE", Set.of("HOSTNAME")),
            Map.entry("METRICS", Set.of("TAGS")),
            Map.entry("RESOURCE", Set.of("ATTRIBUTES")),
            Map.entry("CLIENTS", Set.of("ADMIN")),
            Map.entry("ROOT", Set.of("URL")),
            Map.entry("LABELS", Set.of("ENDPOINT", "HOST", "INSTANCE", "SERVER", "SERVICE")),
            Map.entry("LINKS", Set.of("URL")));

    /** A word before one of these is the name of what is called, as in {@code CALLBACK_SERVICE_URL}. */
    private static final Set<String> CALLED =
            Set.of("API", "BACKEND", "GATEWAY", "PROXY", "SERVER", "SERVICE", "STORE", "SVC");

    private InboundKey() {}

    /** @param words the words of a key, in capitals */
    static boolean isOne(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean inbound = ANYWHERE.contains(word) || next.isEmpty() && LAST.contains(word);
            if (inbound && !CALLED.contains(next)
                    || PAIRS.getOrDefault(word, Set.of()).contains(next)) {
                return true;
            }
        }
        return false;
    }
}
