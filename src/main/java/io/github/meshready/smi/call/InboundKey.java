package io.github.meshready.smi.call;

import java.util.List;
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

    /** Next to each other. */
    private static final List<Pair> PAIRS = List.of(
            new Pair(Set.of("NO", "NON"), Set.of("PROXY")),
            new Pair(Set.of("ALLOWED", "PERMITTED", "TRUSTED", "WHITELISTED"), GUESTS),
            new Pair(Set.of("VIRTUAL"), Set.of("HOST", "HOSTS")),
            new Pair(Set.of("EXTERNAL", "PUBLIC"), OWN),
            new Pair(Set.of("BIND"), Set.of("ADDR", "ADDRESS", "HOST")),
            new Pair(Set.of("ALT", "DNS"), Set.of("NAMES")),
            new Pair(Set.of("INSTANCE"), Set.of("HOSTNAME")),
            new Pair(Set.of("METRICS"), Set.of("TAGS")),
            new Pair(Set.of("RESOURCE"), Set.of("ATTRIBUTES")),
            new Pair(Set.of("CLIENTS"), Set.of("ADMIN")),
            new Pair(Set.of("ROOT"), Set.of("URL")),
            new Pair(Set.of("LABELS"), Set.of("ENDPOINT", "HOST", "INSTANCE", "SERVER", "SERVICE")),
            new Pair(Set.of("LINKS"), Set.of("URL")));

    /** A word before one of these is the name of what is called, as in {@code CALLBACK_SERVICE_URL}. */
    private static final Set<String> CALLED =
            Set.of("API", "BACKEND", "GATEWAY", "PROXY", "SERVER", "SERVICE", "STORE", "SVC");

    private record Pair(Set<String> first, Set<String> second) {}

    private InboundKey() {}

    /** @param words the words of a key, in capitals */
    static boolean isOne(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean inbound = ANYWHERE.contains(word) || next.isEmpty() && LAST.contains(word);
            if (inbound && !CALLED.contains(next)
                    || PAIRS.stream()
                            .anyMatch(pair ->
                                    pair.first().contains(word) && pair.second().contains(next))) {
                return true;
            }
        }
        return false;
    }
}
