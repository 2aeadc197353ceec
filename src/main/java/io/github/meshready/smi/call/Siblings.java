package io.github.meshready.smi.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands beside a host under a key that differs in its last word: {@code DB_HOST} and {@code DB_PORT}. */
final class Siblings {

    private static final List<String> HOST_WORDS = List.of(
            "hostname", "host", "address", "addr", "service", "server", "svc", "name", "url", "uri", "endpoint");

    private Siblings() {}

    /** The port that belongs to a mention's host. */
    static Optional<String> port(Mention mention) {
        return beside(mention, "port");
    }

    /** The numbers of all ports whose keys begin as the host's does: {@code DB_ADMIN_PORT} beside {@code DB_HOST}. */
    static Set<Integer> ports(Mention mention) {
        List<String> words = KeyHint.words(mention.key());
        int end = words.size();
        while (end > 0 && HOST_WORDS.contains(words.get(end - 1).toLowerCase(Locale.ROOT))) {
            end--;
        }
        List<String> stem = words.subList(0, end);
        return stem.isEmpty()
                ? Set.of()
                : mention.siblings().values().entrySet().stream()
                        .filter(entry -> isPortOf(stem, KeyHint.words(entry.getKey())))
                        .flatMapToInt(entry -> HostText.port(entry.getValue().strip()).stream())
                        .boxed()
                        .collect(Collectors.toSet());
    }

    private static boolean isPortOf(List<String> stem, List<String> words) {
        return words.size() > stem.size()
                && words.subList(0, stem.size()).equals(stem)
                && words.get(words.size() - 1).equals("PORT");
    }

    /** The namespace that belongs to a mention's host. */
    static Optional<String> namespace(Mention mention) {
        return beside(mention, "namespace").or(() -> beside(mention, "ns"));
    }

    /**
     * The host that the key of a namespace names, as {@code shop} in {@code SHOP_NAMESPACE=x}; nothing if a host stands
     * beside it.
     */
    static Optional<String> hostOfNamespace(Mention mention) {
        String suffix = "_NAMESPACE";
        if (!mention.key().endsWith(suffix)) {
            return Optional.empty();
        }
        String plain = Neighbours.plain(mention.key());
        boolean alone = HOST_WORDS.stream()
                .allMatch(word -> mention.siblings()
                        .withPlainKey(plain.replace("namespace", word))
                        .isEmpty());
        String name = mention.key().toLowerCase(Locale.ROOT).replace('_', '-');
        return alone ? Optional.of(name.substring(0, name.length() - suffix.length())) : Optional.empty();
    }

    private static Optional<String> beside(Mention mention, String word) {
        String wanted = stem(Neighbours.plain(mention.key())) + word;
        return wanted.equals(word)
                ? Optional.empty()
                : mention.siblings().withPlainKey(wanted).map(String::strip);
    }

    private static String stem(String key) {
        for (String word : HOST_WORDS) {
            if (key.endsWith(word)) {
                return key.substring(0, key.length() - word.length());
            }
        }
        return key;
    }
}
