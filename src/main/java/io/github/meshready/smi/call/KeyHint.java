package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the name of a variable or option says that its value is an address. The last word decides, as in
 * {@code DB_HOST} and {@code HOST_NAME}; a value that merely equals a Service's name proves nothing.
 */
enum KeyHint {
    ADDRESS,
    UNCLEAR,
    /** Names, types, users and the like: equal to a Service's name by accident. */
    OTHER,
    /** Who may come in, or what is shown: addresses, but not called. */
    INBOUND,
    /** Passwords and the like: nothing in the value is an address, unless it is a URL, and nothing is ever shown. */
    SECRET;

    private static final Set<String> SECRET_WORDS = Set.of(
            "APIKEY",
            "CREDENTIAL",
            "CREDENTIALS",
            "LICENCE",
            "LICENSE",
            "PASS",
            "PASSPHRASE",
            "PASSWD",
            "PASSWORD",
            "PASSWORDS",
            "PRIVATE",
            "PWD",
            "SECRET",
            "SECRETS",
            "TOKEN",
            "TOKENS");

    /** Secret where they stand last; {@code AUTH_URL} is none. */
    private static final Set<String> LAST_SECRET_WORDS = Set.of("AUTH", "KEY", "KEYS", "SALT", "SIGNATURE");

    private static final Set<String> ADDRESS_WORDS = Set.of(
            "ADDR",
            "ADDRESS",
            "ADDRESSES",
            "ADDRS",
            "BACKEND",
            "BACKENDS",
            "BROKER",
            "BROKERS",
            "ENDPOINT",
            "ENDPOINTS",
            "HOST",
            "HOSTNAME",
            "HOSTS",
            "JOIN",
            "MASTER",
            "NODES",
            "PEERS",
            "QUORUM",
            "SEED",
            "SEEDS",
            "SERVER",
            "SERVERS",
            "SERVICE",
            "SVC",
            "UPSTREAM",
            "UPSTREAMS",
            "URI",
            "URIS",
            "URL",
            "URLS");

    private static final Set<String> LINK_WORDS = Set.of(
            "CONTACT",
            "DOCS",
            "DOCUMENTATION",
            "FAQ",
            "HELP",
            "HOMEPAGE",
            "LICENCE",
            "LICENSE",
            "MANUAL",
            "PRIVACY",
            "TERMS",
            "TOS",
            "WEBSITE");

    private static final Set<String> PEERS = Set.of("JOIN", "MEMBERS", "PEERS", "SEED", "SEEDS", "UNICAST", "VOTERS");

    private static final Set<String> SERVICE_WORDS = Set.of("SERVICE", "SVC");

    /** Written as one word with what they belong to: {@code PGHOST}. */
    private static final String HOST = "HOST";

    private static final Set<String> NO_HOSTS = Set.of("GHOST", "LOCALHOST", "VHOST");

    private static final Set<String> OTHER_WORDS = Set.of(
            "ACCOUNT",
            "APP",
            "CLASS",
            "CLIENT",
            "CLUSTER",
            "DATABASE",
            "DB",
            "DIALECT",
            "DRIVER",
            "ENV",
            "ENVIRONMENT",
            "GROUP",
            "ID",
            "IDENTITY",
            "INDEX",
            "LABEL",
            "LEVEL",
            "LOGLEVEL",
            "MODE",
            "NAME",
            "NAMESPACE",
            "PATH",
            "PROFILE",
            "PROFILES",
            "QUEUE",
            "REALM",
            "ROLE",
            "SCHEMA",
            "TABLE",
            "TENANT",
            "TOPIC",
            "TYPE",
            "USER",
            "USERNAME",
            "VERSION",
            "VHOST");

    static KeyHint of(String key) {
        return of(words(key));
    }

    /** @param words the words of a key */
    static KeyHint of(List<String> words) {
        if (words.isEmpty()) {
            return UNCLEAR;
        }
        KeyHint hint = ofLast(words);
        return hint != SECRET && InboundKey.isOne(words) ? INBOUND : hint;
    }

    private static KeyHint ofLast(List<String> words) {
        String last = words.get(words.size() - 1);
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        boolean hostName =
                last.equals("NAME") && before.equals("HOST") || last.equals("POINTS") && before.equals("CONTACT");
        boolean glued = last.length() > HOST.length() && last.endsWith(HOST) && !NO_HOSTS.contains(last);
        if (hostName || glued || ADDRESS_WORDS.contains(last)) {
            return ADDRESS;
        }
        if (LAST_SECRET_WORDS.contains(last) || !Collections.disjoint(words, SECRET_WORDS)) {
            return SECRET;
        }
        if (ProductPorts.ofKey(List.of(last)).isPresent()) {
            return ADDRESS;
        }
        return !Collections.disjoint(words, OTHER_WORDS) ? OTHER : UNCLEAR;
    }

    /** Whether the key says that its value is there for people to follow, or names a format: no program calls it. */
    static boolean isLink(String key) {
        List<String> words = words(key);
        return !Collections.disjoint(words, LINK_WORDS)
                || key.endsWith("$schema")
                || key.endsWith("schemaLocation")
                || key.contains("xmlns");
    }

    /** Whether the key says that gRPC is spoken with what it names. */
    static boolean saysGrpc(String key) {
        return words(key).contains("GRPC");
    }

    /** Whether the key says that its value names others of the same kind, to form a cluster with. */
    static boolean namesPeers(String key) {
        return !Collections.disjoint(words(key), PEERS);
    }

    /** {@code CACHE_BACKEND=redis}: which kind of it is used, rather than where it is. */
    static boolean namesKind(List<String> words, String value) {
        boolean backend = !words.isEmpty() && words.get(words.size() - 1).equals("BACKEND");
        return backend && ProductPorts.ofKey(List.of(value)).isPresent();
    }

    /** {@code ORDERS_SERVICE_NAME}: the name of what is called, or of who is told. */
    static boolean namesService(List<String> words) {
        int size = words.size();
        return size > 2 && words.get(size - 1).equals("NAME") && SERVICE_WORDS.contains(words.get(size - 2));
    }

    /** The words of {@code FOO_BAR2}, {@code foo-bar}, {@code foo.bar} and {@code fooBar}, in capitals. */
    static List<String> words(String key) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(key.charAt(i - 1));
            if ((hump || !Character.isLetter(c)) && word.length() > 0) {
                words.add(word.toString().toUpperCase(Locale.ROOT));
                word.setLength(0);
            }
            if (Character.isLetter(c)) {
                word.append(c);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString().toUpperCase(Locale.ROOT));
        }
        return words;
    }
}
