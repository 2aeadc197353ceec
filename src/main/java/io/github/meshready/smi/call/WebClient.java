package io.github.meshready.smi.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code curl db/x} and {@code wget -qO- api:8080/health}: addresses that need no scheme, because these programs speak HTTP. */
final class WebClient {

    private static final Set<String> PROGRAMS = Set.of("curl", "wget");

    /** Long options without a value. */
    private static final Set<String> SWITCHES = Set.of(
            "--compressed",
            "--fail",
            "--fail-with-body",
            "--get",
            "--head",
            "--include",
            "--insecure",
            "--location",
            "--no-check-certificate",
            "--no-verbose",
            "--quiet",
            "--retry-all-errors",
            "--retry-connrefused",
            "--show-error",
            "--silent",
            "--spider",
            "--verbose");

    /** Letters that end a group of short options of which the last one has no value. */
    private static final String FLAGS_OF_CURL = "sSfvkLiIgNGO0146#-";

    private static final String FLAGS_OF_WGET = "qSvcdN46-";

    /** What is sent; an address in there is meant for the other side. */
    private static final Set<String> MESSAGE = Set.of(
            "-d",
            "-H",
            "-A",
            "-e",
            "-u",
            "-F",
            "--data",
            "--data-raw",
            "--data-binary",
            "--header",
            "--user",
            "--form");

    private final List<String> words;
    private final int first;

    /** @param words the words of one command */
    WebClient(List<String> words) {
        this.words = words;
        this.first = command(words);
    }

    private boolean runs() {
        return first < words.size() && PROGRAMS.contains(name(words.get(first)));
    }

    boolean isMessage(String option) {
        return runs() && MESSAGE.contains(option);
    }

    Optional<Address> address() {
        if (!runs()) {
            return Optional.empty();
        }
        String flags = name(words.get(first)).equals("curl") ? FLAGS_OF_CURL : FLAGS_OF_WGET;
        boolean isValue = false;
        for (String word : words.subList(first + 1, words.size())) {
            if (word.startsWith("-") && word.length() > 1) {
                isValue = word.startsWith("--")
                        ? word.indexOf('=') < 0 && !SWITCHES.contains(word)
                        : flags.indexOf(word.charAt(word.length() - 1)) < 0;
            } else if (isValue) {
                isValue = false;
            } else {
                String authority = word.split("[/?]", 2)[0];
                return HostText.address(authority.substring(authority.lastIndexOf('@') + 1), "http");
            }
        }
        return Optional.empty();
    }

    /** Where the command begins behind its variables and {@code timeout 30}. */
    private static int command(List<String> words) {
        int first = 0;
        while (first < words.size() && isBefore(words.get(first))) {
            first++;
        }
        return first;
    }

    private static boolean isBefore(String word) {
        boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
        return word.indexOf('=') > 0 || word.equals("timeout") || number;
    }

    private static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }
}
