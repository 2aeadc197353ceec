package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.PathPattern.Tail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one region of two that differ in a slash at the end, and are for the same callers. */
final class TrailingSlash {

    private static final SegmentSet SLASH = new SegmentSet.Fixed("");

    private TrailingSlash() {}

    static List<Region> joined(List<Region> regions) {
        Map<String, Region> bare = new HashMap<>();
        regions.forEach(region -> bare.put(region.box().key(), region));
        List<Region> all = new ArrayList<>(regions);
        for (Region region : regions) {
            List<SegmentSet> segments = region.box().segments();
            int last = segments.size() - 1;
            boolean slashed = region.box().tail() == Tail.NONE
                    && last > 0
                    && segments.get(last).equals(SLASH);
            if (slashed) {
                Box shorter = new Box(segments.subList(0, last), Tail.NONE, false);
                Region other = bare.get(shorter.key());
                if (other != null
                        && other.owned().owners().equals(region.owned().owners())) {
                    all.remove(region);
                    all.set(
                            all.indexOf(other),
                            new Region(
                                    new Box(shorter.segments(), Tail.NONE, true),
                                    other.owned().with(region.owned())));
                }
            }
        }
        return all;
    }
}
