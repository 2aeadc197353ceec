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

    private WebClient() {}

    static boolean runs(List<String> words) {
        int first = command(words);
        return first < words.size() && PROGRAMS.contains(name(words.get(first)));
    }

    static boolean isMessage(String option) {
        return MESSAGE.contains(option);
    }

    static Optional<Address> address(List<String> words) {
        if (!runs(words)) {
            return Optional.empty();
        }
        int first = command(words);
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
        while (first < words.size()
                && (words.get(first).indexOf('=') > 0
                        || words.get(first).equals("timeout")
                        || Character.isDigit(words.get(first).charAt(0)))) {
            first++;
        }
        return first;
    }

    private static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }
}
