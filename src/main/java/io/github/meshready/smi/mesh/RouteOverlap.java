package io.github.meshready.smi.mesh;

/** Whether one request can match two routes. */
enum RouteOverlap {
    NONE,
    /** It cannot be told: an expression is outside of what can be worked out, or too large for that. */
    POSSIBLE,
    CERTAIN;

    static RouteOverlap of(Route one, Route other) {
        return SharedRequests.of(one, other).overlap();
    }
}
