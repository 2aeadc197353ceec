package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Programs that are given host and port as two words, as in {@code nc -z db 5432} and {@code pg_isready -h db}. */
final class KnownPrograms {

    /** Take host and port, in this order, behind their options. */
    private static final Set<String> HOST_AND_PORT = Set.of("nc", "ncat", "netcat", "telnet");

    /** Take the host by {@code -h} or {@code --host}, the port by {@code -p}, {@code -P} or {@code --port}. */
    private static final Set<String> OPTIONS =
            Set.of("pg_isready", "psql", "mysql", "mysqladmin", "mariadb", "redis-cli", "mongo", "mongosh", "cqlsh");

    private KnownPrograms() {}

    /** The addresses in a shell command, or in several. */
    static List<Address> addresses(String commands) {
        List<Address> addresses = new ArrayList<>();
        for (String command : commands.split("[;|&\n]+|\\b(?:do|then|until|while|if|!)\\s")) {
            List<String> words = List.of(command.strip().split("\\s+"));
            for (int i = 0; i < words.size(); i++) {
                String program = words.get(i).substring(words.get(i).lastIndexOf('/') + 1);
                List<String> rest = words.subList(i + 1, words.size());
                if (HOST_AND_PORT.contains(program)) {
                    hostAndPort(rest).ifPresent(addresses::add);
                } else if (OPTIONS.contains(program)) {
                    options(program, rest).ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }

    private static Optional<Address> hostAndPort(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            OptionalInt port = HostText.port(plain(words.get(i + 1)));
            Optional<String> host = HostText.host(plain(words.get(i)));
            if (port.isPresent() && host.isPresent()) {
                return host.map(name -> new Address(name, port, ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<Address> options(String program, List<String> words) {
        Optional<String> host = option(words, "-h", "--host").flatMap(HostText::host);
        OptionalInt port = option(words, "-p", "--port")
                .or(() -> option(words, "-P", "--port"))
                .map(HostText::port)
                .orElse(OptionalInt.empty());
        String scheme = program.startsWith("p") ? "postgresql" : program.startsWith("redis") ? "redis" : "";
        return host.map(name -> new Address(name, port, program.startsWith("m") ? mOf(program) : scheme));
    }

    private static String mOf(String program) {
        return program.startsWith("mongo") ? "mongodb" : "mysql";
    }

    private static Optional<String> option(List<String> words, String brief, String full) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(full + "=")) {
                return Optional.of(plain(word.substring(full.length() + 1)));
            }
            if ((word.equals(brief) || word.equals(full)) && i + 1 < words.size()) {
                return Optional.of(plain(words.get(i + 1)));
            }
        }
        return Optional.empty();
    }

    private static String plain(String word) {
        return word.replace("\"", "").replace("'", "");
    }
}
