package io.github.meshready.smi.route.region;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.regex.Comparison;
import io.github.meshready.smi.route.regex.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes what entries of the same paths say of headers apart from each other. A match can say what a header must be, not what it must not
 * be: so where one caller needs a header and another one does not, both are let in without it.
 */
final class HeaderSplit {

    private final String method;
    private final Map<String, Optional<Language>> languages = new HashMap<>();
    private final Set<SortedMap<String, String>> made = new LinkedHashSet<>();

    HeaderSplit(String method) {
        this.method = method;
    }

    /** A map whose order does not depend on what came first. */
    static <V> Map<SortedMap<String, String>, V> byHeaders() {
        return new TreeMap<>(Comparator.comparing((SortedMap<String, String> headers) -> headers.toString()));
    }

    /** What no entry says of headers, and what became of it where some overlap. */
    Set<SortedMap<String, String>> made() {
        return made;
    }

    /** Who may send requests with which headers; no request fits two of them. */
    Map<SortedMap<String, String>, Owned> of(Collection<Entry> entries) {
        Map<SortedMap<String, String>, Owned> split = byHeaders();
        entries.forEach(entry -> split.merge(entry.headers(), Owned.of(entry), Owned::with));
        while (split.size() > 1 && resolveOne(split)) {
            // until no two overlap
        }
        return split;
    }

    private boolean resolveOne(Map<SortedMap<String, String>, Owned> split) {
        List<SortedMap<String, String>> all = List.copyOf(split.keySet());
        for (SortedMap<String, String> one : all) {
            for (SortedMap<String, String> other : all) {
                if (one != other && overlap(one, other)) {
                    resolve(split, one, other);
                    return true;
                }
            }
        }
        return false;
    }

    private void resolve(
            Map<SortedMap<String, String>, Owned> split,
            SortedMap<String, String> one,
            SortedMap<String, String> other) {
        Owned first = split.remove(one);
        Owned second = split.remove(other);
        boolean firstCovers = covers(one, other) && first.includesOwnersOf(second);
        boolean secondCovers = covers(other, one) && second.includesOwnersOf(first);
        if (firstCovers || secondCovers) {
            split.merge(firstCovers ? one : other, firstCovers ? first : second, Owned::with);
            return;
        }
        SortedMap<String, String> common = common(one, other);
        String path = first.sources().iterator().next().shown();
        String reason = "callers with " + words(one) + " and with " + words(other)
                + " share this path, and a mesh cannot be told to look for the absence of a header: all of them are let in with "
                + words(common) + ", as in " + method + " " + Printable.text(path);
        made.add(common);
        split.merge(common, first.with(second).because(reason), Owned::with);
    }

    private static String words(SortedMap<String, String> headers) {
        return headers.isEmpty() ? "any headers" : "headers " + Printable.text(headers.toString());
    }

    private boolean overlap(SortedMap<String, String> one, SortedMap<String, String> other) {
        return one.entrySet().stream()
                .filter(header -> other.containsKey(header.getKey()))
                .noneMatch(header -> areApart(header.getValue(), other.get(header.getKey())));
    }

    private boolean areApart(String one, String other) {
        return !one.equals(other)
                && language(one)
                        .flatMap(first -> language(other).map(first::overlap))
                        .filter(Comparison::isNone)
                        .isPresent();
    }

    /** Whether whatever has the headers of one has those of the other. */
    private boolean covers(SortedMap<String, String> wide, SortedMap<String, String> narrow) {
        return wide.entrySet().stream()
                .allMatch(header -> narrow.containsKey(header.getKey())
                        && includes(header.getValue(), narrow.get(header.getKey())));
    }

    private boolean includes(String wide, String narrow) {
        return wide.equals(narrow)
                || language(narrow)
                        .flatMap(first -> language(wide).map(first::beyond))
                        .filter(Comparison::isNone)
                        .isPresent();
    }

    private SortedMap<String, String> common(SortedMap<String, String> one, SortedMap<String, String> other) {
        SortedMap<String, String> common = new TreeMap<>();
        one.forEach((name, value) -> {
            String second = other.get(name);
            if (second != null && includes(value, second)) {
                common.put(name, value);
            } else if (second != null && includes(second, value)) {
                common.put(name, second);
            }
        });
        return common;
    }

    private Optional<Language> language(String regex) {
        return languages.computeIfAbsent(regex, Language::of);
    }
}
