package io.github.meshready.smi.route.region;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Names matches by what they are themselves, so that a name stays as long as its match does, whatever comes and goes beside it: by the route's
 * name where it is one route, else by path and methods. Matches that would share a name get a hash of what they are behind it.
 */
final class RegionNames {

    private static final int MAX_LENGTH = 63;
    private static final int HASH_DIGITS = 8;

    /** More methods than that are not listed in a name. */
    private static final int MAX_METHODS = 6;

    /**
     * What a match is.
     *
     * @param path its path in words
     * @param headers the names of its headers
     * @param names what people call the routes that are all of it
     * @param isPart whether it is only a part of a route
     * @param identity what tells it apart from all others
     */
    record Wish(
            String path,
            SortedSet<String> methods,
            Set<String> headers,
            SortedSet<String> names,
            boolean isPart,
            String identity) {

        private String name() {
            boolean one = names.size() == 1 && !isPart;
            StringBuilder name = new StringBuilder(one ? names.first() : path);
            if (!one && methods.size() > MAX_METHODS) {
                name.append("-other-methods");
            } else if (!one && !methods.contains(Methods.ANY)) {
                methods.stream()
                        .filter(method -> !method.equals("HEAD") || !methods.contains("GET"))
                        .forEach(method -> name.append('-').append(method));
            }
            headers.forEach(header -> name.append('-').append(header));
            return label(name.toString());
        }
    }

    private RegionNames() {}

    /** The name of each match, by key. */
    static Map<String, String> of(Map<String, Wish> wishes) {
        Map<String, Integer> demand = new HashMap<>();
        wishes.values().forEach(wish -> demand.merge(wish.name(), 1, Integer::sum));
        Map<String, String> names = new TreeMap<>();
        wishes.forEach((key, wish) -> {
            String name = wish.name();
            boolean own = demand.get(name) == 1 && !wish.isPart() && name.length() <= MAX_LENGTH;
            names.put(key, own ? name : withHash(name, wish.identity()));
        });
        return names;
    }

    /** Lower-case letters and digits, with single dashes where anything else stood or a capital starts a word. */
    static String label(String text) {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            boolean known = capital || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean wordStarts = capital && i > 0 && text.charAt(i - 1) >= 'a' && text.charAt(i - 1) <= 'z';
            if ((!known || wordStarts) && !label.isEmpty() && label.charAt(label.length() - 1) != '-') {
                label.append('-');
            }
            if (known) {
                label.append(capital ? (char) (c + ('a' - 'A')) : c);
            }
        }
        while (!label.isEmpty() && label.charAt(label.length() - 1) == '-') {
            label.setLength(label.length() - 1);
        }
        return label.isEmpty() ? "route" : label.toString();
    }

    private static String withHash(String name, String identity) {
        int room = MAX_LENGTH - HASH_DIGITS - 1;
        String start = name.length() > room ? name.substring(0, room) : name;
        return (start.endsWith("-") ? start.substring(0, start.length() - 1) : start) + "-" + hash(identity);
    }

    private static String hash(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
