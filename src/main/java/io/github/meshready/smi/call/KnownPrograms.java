package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Programs that are given what they call without a form that shows it, as in {@code nc -z db 5432} and {@code pg_isready -h db}. */
final class KnownPrograms {

    private static final String POSTGRES = "postgresql";
    private static final String MYSQL = "mysql";
    private static final String REDIS = "redis";
    private static final String MONGO = "mongodb";
    private static final String CASSANDRA = "cassandra";

    /** Take host and port, in this order, behind their options; directives of Redis do as well. */
    private static final Set<String> HOST_AND_PORT =
            Set.of("nc", "ncat", "netcat", "telnet", "replicaof", "slaveof", "sentinel", "--replicaof", "--slaveof");

    /** Take the host by {@code -h} or {@code --host}, and what they speak. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("pg_isready", POSTGRES),
            Map.entry("psql", POSTGRES),
            Map.entry("pg_dump", POSTGRES),
            Map.entry("pg_dumpall", POSTGRES),
            Map.entry("pg_restore", POSTGRES),
            Map.entry("pgbench", POSTGRES),
            Map.entry("createdb", POSTGRES),
            Map.entry("mysql", MYSQL),
            Map.entry("mysqladmin", MYSQL),
            Map.entry("mysqldump", MYSQL),
            Map.entry("mysqlshow", MYSQL),
            Map.entry("mariadb", MYSQL),
            Map.entry("mariadb-admin", MYSQL),
            Map.entry("mariadb-dump", MYSQL),
            Map.entry("redis-cli", REDIS),
            Map.entry("redis-benchmark", REDIS),
            Map.entry("valkey-cli", REDIS),
            Map.entry("mongo", MONGO),
            Map.entry("mongosh", MONGO),
            Map.entry("mongodump", MONGO),
            Map.entry("mongorestore", MONGO),
            Map.entry("wait-for-it", ""),
            Map.entry("wait-for-it.sh", ""),
            Map.entry("cqlsh", CASSANDRA));

    /** Take the host by their first word that is no option, or with a port behind it. */
    private static final Set<String> FIRST_WORD = Set.of("cqlsh");

    private static final Set<String> HOST_OPTIONS = Set.of("-h", "--host", "-p", "-P", "--port");

    private final List<String> words;
    private final int program;
    private final WebClient web;

    /** @param words the words of one command */
    KnownPrograms(List<String> words) {
        this.words = words;
        this.program = program(words);
        this.web = new WebClient(words);
    }

    /** Whether an option is a host or a port that {@link #addresses} reads, or what only the other side makes use of. */
    boolean reads(String option) {
        return program >= 0 && HOST_OPTIONS.contains(option) || web.isMessage(option);
    }

    /** What the program is told to call, each as a URL or {@code host:port}. */
    List<String> addresses() {
        List<Address> addresses = new ArrayList<>();
        if (program >= 0) {
            String name = name(words.get(program));
            List<String> rest = words.subList(program + 1, words.size());
            if (HOST_AND_PORT.contains(name)) {
                hostAndPort(rest).ifPresent(addresses::add);
            } else {
                options(name, rest).ifPresent(addresses::add);
            }
        }
        web.address().ifPresent(addresses::add);
        return addresses.stream()
                .map(address -> address.scheme().isEmpty() ? address.toString() : address.scheme() + "://" + address)
                .toList();
    }

    private static int program(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String name = name(words.get(i));
            if (HOST_AND_PORT.contains(name) || OPTIONS.containsKey(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    private static Optional<Address> hostAndPort(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            OptionalInt port = HostText.port(words.get(i + 1));
            Optional<String> host = HostText.host(words.get(i));
            if (port.isPresent() && host.isPresent()) {
                return host.map(name -> new Address(name, port, ""));
            }
        }
        // In one word, as an option of redis-server.
        return words.size() == 1 && words.get(0).indexOf(' ') > 0
                ? hostAndPort(List.of(words.get(0).split(" ")))
                : Optional.empty();
    }

    private static Optional<Address> options(String program, List<String> words) {
        String scheme = OPTIONS.get(program);
        // To MySQL's programs -p is the password.
        OptionalInt port = option(words, scheme.equals(MYSQL) ? "-P" : "-p", "--port")
                .map(HostText::port)
                .orElse(OptionalInt.empty());
        return option(words, "-h", "--host")
                .flatMap(host -> HostText.address(host, scheme))
                .map(address -> port.isPresent() ? address.withPort(port) : address)
                .or(() -> FIRST_WORD.contains(program) ? firstWord(words, scheme) : Optional.empty());
    }

    private static Optional<Address> firstWord(List<String> words, String scheme) {
        boolean host = !words.isEmpty() && !words.get(0).startsWith("-");
        return host
                ? hostAndPort(words.subList(0, Math.min(2, words.size())))
                        .map(address -> address.withScheme(scheme))
                        .or(() -> HostText.address(words.get(0), scheme))
                : Optional.empty();
    }

    private static Optional<String> option(List<String> words, String brief, String full) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(full + "=")) {
                return Optional.of(word.substring(full.length() + 1));
            }
            if (word.startsWith(brief) && word.length() > brief.length()) {
                return Optional.of(word.substring(brief.length()));
            }
            if ((word.equals(brief) || word.equals(full)) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
