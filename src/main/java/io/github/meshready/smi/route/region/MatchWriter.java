package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.regex.RegexText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes matches of regions: methods of one path with the same callers become one. */
final class MatchWriter<C extends Comparable<? super C>> {

    private final List<C> callers;
    private final PathForm form;
    private final SortedMap<String, Draft> drafts = new TreeMap<>();
    private final Map<String, String> wholes = new HashMap<>();

    /** A match in the making. */
    private static final class Draft {

        private final Box box;
        private final String pathRegex;
        private final boolean isPiece;
        private final SortedMap<String, String> headers;
        private final BitSet owners;
        private final SortedSet<String> methods = new TreeSet<>();
        private final SortedSet<String> names = new TreeSet<>();
        private final SortedSet<String> widened = new TreeSet<>();

        private Draft(Region region, String pathRegex, boolean isPiece, SortedMap<String, String> headers) {
            this.box = region.box();
            this.pathRegex = pathRegex;
            this.isPiece = isPiece;
            this.headers = headers;
            this.owners = region.owned().owners();
        }
    }

    /** @param callers the callers by their numbers */
    MatchWriter(List<C> callers, PathForm form) {
        this.callers = callers;
        this.form = form;
    }

    /** @param paths the region's paths, as one expression or several */
    void add(String method, SortedMap<String, String> headers, Region region, List<Regex> paths) {
        for (Regex path : paths) {
            String regex = form.text(path);
            String key = regex + " " + headers + " " + region.owned().owners();
            Draft draft = drafts.computeIfAbsent(key, each -> new Draft(region, regex, paths.size() > 1, headers));
            draft.methods.add(method);
            draft.widened.addAll(region.owned().widened());
            String whole = wholes.computeIfAbsent(
                    region.box().key(),
                    each -> region.box().regex().map(RegexText::of).orElse(""));
            for (Entry source : region.owned().sources()) {
                draft.widened.addAll(source.widened());
                if (source.path().key().equals(whole)) {
                    draft.names.addAll(source.names());
                }
            }
        }
    }

    List<RouteMatch<C>> matches() {
        Map<String, RegionNames.Wish> wishes = new TreeMap<>();
        drafts.forEach((key, draft) -> {
            SortedSet<String> methods = Methods.written(draft.methods);
            if (!methods.isEmpty()) {
                wishes.put(
                        key,
                        new RegionNames.Wish(
                                draft.box.label(),
                                methods,
                                draft.headers.keySet(),
                                draft.names,
                                draft.isPiece || draft.box.isCarved(),
                                draft.pathRegex + methods + draft.headers));
            }
        });
        Map<String, String> names = RegionNames.of(wishes);
        List<RouteMatch<C>> matches = new ArrayList<>();
        wishes.forEach((key, wish) -> {
            Draft draft = drafts.get(key);
            matches.add(new RouteMatch<>(
                    names.get(key),
                    draft.pathRegex,
                    wish.methods(),
                    headers(draft.headers),
                    callers(draft.owners),
                    reasons(draft.widened)));
        });
        return matches;
    }

    /** What is said of GET is not said of HEAD again. */
    private static List<String> reasons(SortedSet<String> all) {
        return all.stream()
                .filter(reason -> !reason.contains("HEAD") || !all.contains(reason.replace("HEAD", "GET")))
                .toList();
    }

    private SortedMap<String, String> headers(SortedMap<String, String> meant) {
        SortedMap<String, String> headers = new TreeMap<>();
        meant.forEach((name, value) -> headers.put(name, form.header(value)));
        return headers;
    }

    private SortedSet<C> callers(BitSet owners) {
        SortedSet<C> all = new TreeSet<>();
        owners.stream().forEach(owner -> all.add(callers.get(owner)));
        return all;
    }
}
