package io.github.meshready.smi.route;

import java.util.List;

/**
 * One form of path: a slash before each segment, and what may follow.
 *
 * @param segments at least one, unless something may follow
 * @param tail what may follow
 */
public record PathPattern(List<Segment> segments, Tail tail) {

    /** What may follow the segments of a path. */
    public enum Tail {
        /** Nothing. */
        NONE,
        /** A slash and anything. */
        BELOW,
        /** Nothing, or a slash and anything. */
        OPEN
    }

    public PathPattern {
        segments = List.copyOf(segments);
    }

    /** The first segments alone, with anything below them: more than this pattern matches. */
    public PathPattern cut(int length) {
        return new PathPattern(segments.subList(0, length), Tail.BELOW);
    }
}
