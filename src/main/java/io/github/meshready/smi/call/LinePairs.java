package io.github.meshready.smi.call;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys and values in a piece of a line: {@code host = "db"}, {@code 'HOST': 'db'}, {@code host="db" port="1"}, {@code Host db}. */
final class LinePairs {

    private static final Pattern PAIR = Pattern.compile(
            "(?:^|[\\s,;])([\\w$.\\-\\[\\]\"'/]+)\\s*" + "(=>|:=|=|:)\\s*(\"[^\"]*\"|'[^']*'|[^\\s,;]+)?");

    /** In one line, a port needs no blank behind its colon. */
    private static final Pattern TIGHT_PORT = Pattern.compile("(?i)\\b(port)\\b:([0-9]{2,5})");

    private static final Pattern QUOTED_TWO = Pattern.compile("[\"']([\\w.-]+)[\"']\\s*,\\s*[\"']([^\"']+)[\"']");

    private static final Pattern DECLARATION =
            Pattern.compile("^(?:export|const|let|var|local|set|declare|readonly|-)\\s+");

    /** Keys that may have nothing but a blank behind them. */
    private static final Set<String> HOST_WORDS =
            Set.of("HOST", "HOSTS", "HOSTNAME", "ADDRESS", "ADDR", "ENDPOINT", "ENDPOINTS", "PORT", "URL", "URI");

    private LinePairs() {}

    /**
     * The keys and values.
     *
     * @param inline whether the piece stands between brackets within its line, where several pairs may follow each other
     * @return none if the piece is not made of pairs
     */
    static List<Map.Entry<String, String>> of(String piece, boolean inline) {
        String text = DECLARATION.matcher(piece).replaceFirst("");
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        Matcher matcher = PAIR.matcher(text);
        boolean quoted = false;
        int end = 0;
        for (int at = 0; at < text.length() && matcher.find(at); ) {
            boolean pair = isPair(text, matcher);
            at = matcher.end(pair ? 0 : 2);
            if (pair) {
                String value = matcher.group(3) == null ? "" : matcher.group(3);
                if (pairs.isEmpty() && matcher.start(1) > 0 && !inline && !isQuoted(value)) {
                    return twoWords(text);
                }
                quoted |= isQuoted(value);
                pairs.add(Map.entry(plainKey(matcher.group(1)), unquoted(value)));
                end = pairs.size() == 1 ? matcher.end(2) : end;
            }
        }
        if (pairs.isEmpty()) {
            return twoWords(text);
        }
        if (inline) {
            Matcher port = TIGHT_PORT.matcher(text);
            if (port.find()) {
                pairs.add(Map.entry(port.group(1), port.group(2)));
            }
        }
        boolean several = inline || quoted && pairs.size() > 1;
        return several
                ? pairs
                : List.of(Map.entry(
                        pairs.get(0).getKey(), unquoted(text.substring(end).strip())));
    }

    /** Not a comparison, and not the colon of an address. */
    private static boolean isPair(String text, Matcher matcher) {
        char next = matcher.end(2) < text.length() ? text.charAt(matcher.end(2)) : ' ';
        return switch (matcher.group(2)) {
            case "=" -> next != '=' && next != '~';
            case ":" -> Character.isWhitespace(next) || next == '"' || next == '\'';
            default -> true;
        };
    }

    /** The arguments of a function that is told a name and what it stands for: {@code define('DB_HOST', 'db')}. */
    static List<Map.Entry<String, String>> arguments(String piece) {
        Matcher matcher = QUOTED_TWO.matcher(piece);
        return matcher.matches() ? List.of(Map.entry(matcher.group(1), matcher.group(2))) : List.of();
    }

    private static List<Map.Entry<String, String>> twoWords(String text) {
        String[] words = text.split("\\s+");
        if (words.length != 2) {
            return List.of();
        }
        List<String> key = KeyHint.words(words[0]);
        boolean host = !key.isEmpty() && HOST_WORDS.contains(key.get(key.size() - 1));
        return host ? List.of(Map.entry(plainKey(words[0]), unquoted(words[1]))) : List.of();
    }

    /** {@code $cfg['Servers'][1]['host']} is {@code cfg.Servers.1.host}. */
    private static String plainKey(String key) {
        String plain = key.replaceAll("\\[[\"']?", ".").replaceAll("[\"'\\]$]", "");
        return plain.startsWith(".") ? plain.substring(1) : plain;
    }

    private static boolean isQuoted(String value) {
        return value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
    }

    private static String unquoted(String value) {
        return isQuoted(value) ? value.substring(1, value.length() - 1) : value;
    }
}
