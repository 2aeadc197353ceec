package io.github.meshready.smi.mesh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Short texts that an expression of a route matches, to show somebody a request. They are made of what people write: fixed
 * text, classes, groups, alternatives and counts. {@link RouteRegex} has the last word; where nothing that is made here matches,
 * there is no sample.
 */
public final class RegexSamples {

    private static final int MOST = 12;
    private static final int LONGEST = 200;
    private static final String LIKELY = "x1aA0-_./:,=@";
    private static final List<String> NOTHING = List.of("");
    private static final String EMPTY_ESCAPES = "AzbB";

    private final String regex;
    private int at;

    private RegexSamples(String regex) {
        this.regex = regex;
    }

    /** Texts that the whole expression matches, the simplest first; none if the proxy refuses it. */
    public static List<String> of(String regex) {
        Optional<RouteRegex> checked = RouteRegex.of(regex);
        return checked.isEmpty()
                ? List.of()
                : new RegexSamples(regex)
                        .alternatives().stream()
                                .filter(text -> text.chars().allMatch(c -> c >= ' ' && c < 0x7f))
                                .filter(checked.get()::matches)
                                .toList();
    }

    /** Those of them that a request can have as its path. */
    public static List<String> paths(String regex) {
        return of(regex).stream()
                .filter(text -> text.startsWith("/") && text.chars().noneMatch(c -> " ?#".indexOf(c) >= 0))
                .toList();
    }

    private List<String> alternatives() {
        Set<String> all = new LinkedHashSet<>(sequence());
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return few(all);
    }

    private List<String> sequence() {
        List<String> texts = NOTHING;
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            texts = joined(texts, counted(atom()));
        }
        return texts;
    }

    private List<String> atom() {
        int start = at;
        at = regex.offsetByCodePoints(start, 1);
        return switch (regex.charAt(start)) {
            case '(' -> group();
            case '[' -> letter(classText(start));
            case '\\' -> escape(start);
            case '.' -> List.of("x", "/");
            case '^', '$' -> NOTHING;
            default -> List.of(regex.substring(start, at));
        };
    }

    /** What follows the opening parenthesis: flags and names say nothing of the text. */
    private List<String> group() {
        if (regex.startsWith("?", at)) {
            while (":)>".indexOf(regex.charAt(at)) < 0) {
                at++;
            }
            if (regex.charAt(at) == ')') {
                at++;
                return NOTHING;
            }
            at++;
        }
        List<String> inner = alternatives();
        at++;
        return inner;
    }

    private String classText(int start) {
        if (regex.startsWith("^", at)) {
            at++;
        }
        if (regex.startsWith("]", at)) {
            at++; // in the first place it is a letter
        }
        while (regex.charAt(at) != ']') {
            int named = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
            at = named > 0 ? named + 2 : at + (regex.charAt(at) == '\\' ? 2 : 1);
        }
        return regex.substring(start, ++at);
    }

    private List<String> escape(int start) {
        char escaped = regex.charAt(at++);
        if (escaped == 'Q') {
            int end = regex.indexOf("\\E", at);
            String quoted = regex.substring(at, end < 0 ? regex.length() : end);
            at = end < 0 ? regex.length() : end + 2;
            return List.of(quoted);
        }
        if (EMPTY_ESCAPES.indexOf(escaped) >= 0) {
            return NOTHING;
        }
        if (!Character.isLetterOrDigit(escaped)) {
            return List.of(Character.toString(escaped));
        }
        if ((escaped == 'p' || escaped == 'P' || escaped == 'x') && regex.startsWith("{", at)) {
            at = regex.indexOf('}', at) + 1;
        } else if (escaped == 'p' || escaped == 'P') {
            at++;
        } else if (escaped == 'x') {
            at += 2;
        }
        return letter(regex.substring(start, at));
    }

    /** A letter that a class or an escape stands for. */
    private static List<String> letter(String atom) {
        Optional<RouteRegex> checked = RouteRegex.of(atom);
        return IntStream.concat(LIKELY.chars(), atom.codePoints())
                .mapToObj(Character::toString)
                .filter(letter -> checked.filter(known -> known.matches(letter)).isPresent())
                .limit(1)
                .toList();
    }

    private List<String> counted(List<String> texts) {
        return switch (at < regex.length() ? regex.charAt(at) : ' ') {
            case '*', '?' -> counted(texts, 0, 1, at + 1);
            case '+' -> counted(texts, 1, 2, at + 1);
            case '{' -> inBraces(texts);
            default -> texts;
        };
    }

    /** What is no count, such as {@code {id}}, is text to RE2. */
    private List<String> inBraces(List<String> texts) {
        int end = regex.indexOf('}', at);
        String[] counts = regex.substring(at + 1, Math.max(at + 1, end)).split(",", 2);
        if (counts[0].isEmpty() || !counts[0].chars().allMatch(c -> c >= '0' && c <= '9')) {
            return texts;
        }
        int least = Integer.parseInt(counts[0]);
        return counted(texts, least, counts.length == 1 ? least : least + 1, end + 1);
    }

    /** A question mark behind a count makes it lazy, which changes nothing here. */
    private List<String> counted(List<String> texts, int least, int most, int end) {
        at = regex.startsWith("?", end) ? end + 1 : end;
        return repeated(texts, least, most);
    }

    private static List<String> repeated(List<String> texts, int least, int most) {
        List<String> all = new ArrayList<>();
        for (int count = least; count <= most; count++) {
            int times = count;
            texts.stream()
                    .filter(text -> text.length() * times <= LONGEST)
                    .forEach(text -> all.add(text.repeat(times)));
        }
        return few(new LinkedHashSet<>(all));
    }

    private static List<String> joined(List<String> starts, List<String> ends) {
        Set<String> all = new LinkedHashSet<>();
        starts.forEach(start -> ends.forEach(end -> all.add(start + end)));
        return few(all);
    }

    private static List<String> few(Set<String> texts) {
        return texts.stream()
                .filter(text -> text.length() <= LONGEST)
                .limit(MOST)
                .toList();
    }
}
