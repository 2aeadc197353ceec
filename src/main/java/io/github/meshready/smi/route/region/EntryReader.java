package io.github.meshready.smi.route.region;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.PathPattern;
import io.github.meshready.smi.route.RouteTemplate;
import io.github.meshready.smi.route.TemplatePaths;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes entries of routes: one for each method, form of path and set of headers. */
final class EntryReader {

    private final Widening widening;
    private final Map<RouteTemplate, Paths> paths = new HashMap<>();
    private final SortedMap<String, SortedMap<String, Entry>> entries = new TreeMap<>();
    private final SortedSet<String> problems = new TreeSet<>();

    /** What a template means, and why it is more than it says. */
    private record Paths(TemplatePaths read, List<PathLanguage> languages, SortedSet<String> widened) {}

    EntryReader(Widening widening) {
        this.widening = widening;
    }

    void add(int owner, HttpRoute route) {
        Paths meant = paths.computeIfAbsent(route.path(), this::paths);
        String shown = route.path().text();
        meant.read()
                .problem()
                .ifPresent(problem ->
                        problems.add("route " + Printable.text(shown) + place(route) + " is no path: " + problem));
        SortedSet<String> methods = Methods.meant(route.methods());
        route.methods().stream()
                .filter(method -> !Methods.isNamed(method))
                .forEach(method -> problems.add("method " + Printable.text(method) + " of route "
                        + Printable.text(shown) + place(route) + " cannot be said in an HTTPRouteGroup"));
        BitSet owners = new BitSet();
        owners.set(owner);
        TreeSet<String> names = new TreeSet<>();
        if (!route.name().isEmpty()) {
            names.add(route.name());
        }
        for (PathLanguage path : meant.languages()) {
            Entry entry = new Entry(path, route.headers(), owners, names, shown, meant.widened());
            String key = path.key() + " " + route.headers();
            methods.forEach(method ->
                    entries.computeIfAbsent(method, each -> new TreeMap<>()).merge(key, entry, Entry::with));
        }
    }

    private static String place(HttpRoute route) {
        return route.place().text().isEmpty()
                ? ""
                : " (" + Printable.text(route.place().text()) + ")";
    }

    private Paths paths(RouteTemplate template) {
        TemplatePaths read = template.paths();
        SortedSet<String> widened = new TreeSet<>();
        read.widened().forEach(reason -> widened.add(Printable.text(template.text()) + ": " + reason));
        List<PathLanguage> languages = new ArrayList<>();
        for (PathPattern pattern : read.patterns()) {
            languages.add(widening.fitting(pattern, template.text(), widened));
        }
        return new Paths(read, languages, widened);
    }

    /** The entries of each method, in an order of their own. */
    SortedMap<String, List<Entry>> entries() {
        SortedMap<String, List<Entry>> all = new TreeMap<>();
        entries.forEach((method, ofMethod) -> all.put(method, List.copyOf(ofMethod.values())));
        return all;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
