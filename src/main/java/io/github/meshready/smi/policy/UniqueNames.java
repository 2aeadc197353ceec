package io.github.meshready.smi.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives each of several things a name of its own. A wish that nobody else has is granted; every other thing gets its
 * wish with a hash of what it is behind it. So no two things share a name, and no name depends on the order in which
 * things are seen.
 */
final class UniqueNames {

    private static final int MAX_LENGTH = 253;
    private static final int HASH_DIGITS = 10;

    private UniqueNames() {}

    /**
     * Names things.
     *
     * @param wishes the wished name by what identifies the thing
     * @param taken names that nobody can have
     * @return the name by what identifies the thing, in the order of the identities
     */
    static Map<String, String> grant(Map<String, String> wishes, Set<String> taken) {
        Map<String, Integer> demand = new HashMap<>();
        wishes.values().forEach(wish -> demand.merge(wish, 1, Integer::sum));
        Map<String, String> granted = new LinkedHashMap<>();
        new TreeMap<>(wishes).forEach((identity, wish) -> {
            boolean free = demand.get(wish) == 1 && !taken.contains(wish) && wish.length() <= MAX_LENGTH;
            granted.put(identity, free ? wish : withHash(wish, identity));
        });
        if (Set.copyOf(granted.values()).size() < granted.size()) {
            throw new IllegalStateException("two names are the same: " + granted);
        }
        return granted;
    }

    static String withHash(String wish, String identity) {
        int room = MAX_LENGTH - HASH_DIGITS - 1;
        String start = wish.length() > room ? wish.substring(0, room) : wish;
        while (start.endsWith("-") || start.endsWith(".")) {
            start = start.substring(0, start.length() - 1);
        }
        return start + "-" + hash(identity);
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
