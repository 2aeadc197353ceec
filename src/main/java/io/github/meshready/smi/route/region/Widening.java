package io.github.meshready.smi.route.region;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.Part;
import io.github.meshready.smi.route.PathPattern;
import io.github.meshready.smi.route.PathPattern.Tail;
import io.github.meshready.smi.route.Segment;
import io.github.meshready.smi.route.WireText;
import io.github.meshready.smi.route.regex.Comparison;
import io.github.meshready.smi.route.regex.Language;
import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.regex.RegexText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes paths wider where they cannot be written as they are, and says so with a request that shows it. */
final class Widening {

    /** How many segments are freed before the rest is cut off. */
    private static final int MAX_FREED = 2;

    private final PathForm form;

    Widening(PathForm form) {
        this.form = form;
    }

    /**
     * A form of path that can be written.
     *
     * @param reasons takes the reason where it is wider
     */
    PathLanguage fitting(PathPattern pattern, String shown, SortedSet<String> reasons) {
        Optional<PathLanguage> path = PathLanguage.of(pattern);
        Regex regex = Box.of(pattern).regex().orElseThrow();
        if (path.isPresent() && form.fits(regex)) {
            return path.get();
        }
        for (PathPattern wider : wider(pattern)) {
            Optional<PathLanguage> language = PathLanguage.of(wider);
            if (language.isPresent() && form.fits(Box.of(wider).regex().orElseThrow())) {
                String what = wider.tail() == pattern.tail()
                                && wider.segments().size() == pattern.segments().size()
                        ? "any text is let in for its last segments"
                        : "everything below its first " + wider.segments().size() + " segments is let in";
                reasons.add("the proxies would refuse an expression for " + Printable.text(shown) + " as too large, so "
                        + what + example(wider, pattern));
                return language.get();
            }
        }
        throw new IllegalStateException("not even every path can be written");
    }

    /** Wider forms, the least wide first: with any text for the last segments, then with anything below the first ones. */
    private static List<PathPattern> wider(PathPattern pattern) {
        List<PathPattern> wider = new ArrayList<>();
        List<Segment> segments = new ArrayList<>(pattern.segments());
        for (int i = segments.size() - 1; i > 0 && i >= segments.size() - MAX_FREED; i--) {
            segments.set(i, any(matchesNothing(segments.get(i))));
            wider.add(new PathPattern(segments, pattern.tail()));
        }
        for (int length = segments.size() - 1; length >= 0; length--) {
            wider.add(pattern.cut(length));
        }
        return wider;
    }

    private static Segment any(boolean canBeEmpty) {
        return new Segment(List.of(new Part.Variable("any", canBeEmpty ? WireText.ANY_OR_EMPTY : WireText.ANY)));
    }

    /** One entry for the callers of several, which cannot be told apart. */
    Entry joined(List<Entry> entries, String method) {
        PathPattern pattern = entries.get(0).pattern();
        for (Entry entry : entries) {
            pattern = joined(pattern, entry.pattern());
        }
        SortedSet<String> reasons = new TreeSet<>();
        SortedSet<String> names = new TreeSet<>();
        BitSet owners = new BitSet();
        for (Entry entry : entries) {
            reasons.addAll(entry.widened());
            names.addAll(entry.names());
            owners.or(entry.owners());
        }
        String shown = entries.stream().map(Entry::shown).sorted().findFirst().orElseThrow();
        PathLanguage path = fitting(pattern, shown, reasons);
        String narrowest = entries.stream()
                .map(entry -> example(path.pattern(), entry.pattern()))
                .filter(example -> !example.isEmpty())
                .findFirst()
                .orElse("");
        reasons.add("the callers of " + words(entries) + " with " + method
                + " cannot be told apart by expressions that the proxies take, so all of them are let in everywhere there"
                + narrowest);
        return new Entry(path, commonHeaders(entries), owners, names, shown, reasons);
    }

    private static String words(List<Entry> entries) {
        List<String> all =
                entries.stream().map(Entry::shown).distinct().sorted().toList();
        String more = all.size() > 3 ? " and " + (all.size() - 3) + " others" : "";
        return all.stream()
                        .limit(3)
                        .map(Printable::text)
                        .reduce((one, other) -> one + ", " + other)
                        .orElseThrow()
                + more;
    }

    private static SortedMap<String, String> commonHeaders(List<Entry> entries) {
        SortedMap<String, String> common = new TreeMap<>(entries.get(0).headers());
        entries.forEach(entry -> common.entrySet().retainAll(entry.headers().entrySet()));
        return common;
    }

    /** A pattern that matches whatever either matches. */
    private static PathPattern joined(PathPattern one, PathPattern other) {
        if (one.equals(other)) {
            return one;
        }
        int length = Math.min(one.segments().size(), other.segments().size());
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            segments.add(joined(one.segments().get(i), other.segments().get(i)));
        }
        boolean same = one.segments().size() == other.segments().size() && one.tail() == other.tail();
        if (same) {
            return new PathPattern(segments, one.tail());
        }
        return new PathPattern(segments, segments.isEmpty() ? Tail.BELOW : Tail.OPEN);
    }

    private static Segment joined(Segment one, Segment other) {
        if (RegexText.of(one.regex()).equals(RegexText.of(other.regex()))) {
            return one;
        }
        return any(matchesNothing(one) || matchesNothing(other));
    }

    private static boolean matchesNothing(Segment segment) {
        return Language.of(segment.regex()).map(texts -> texts.matches("")).orElse(true);
    }

    /** A path that is in the wider and not in the narrower one, in words. */
    private static String example(PathPattern wide, PathPattern narrow) {
        Optional<Language> all = Language.of(Box.of(wide).regex().orElseThrow());
        Optional<Language> some = Language.of(Box.of(narrow).regex().orElseThrow());
        return all.flatMap(language -> some.map(language::beyond))
                .flatMap(Comparison::example)
                .map(path -> ", such as " + Printable.text(path))
                .orElse("");
    }
}
