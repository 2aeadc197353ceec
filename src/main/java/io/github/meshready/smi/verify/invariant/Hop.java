package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.manifest.Location;
import java.util.Optional;

/**
 * A call that passes, or may.
 *
 * @param from who calls
 * @param to who is called
 * @param at what is dialled, such as {@code shop/payments:8080}
 * @param sent what passes, such as {@code GET /pay, header client: web}
 * @param reason why it passes, in words that go on behind "passes", such as {@code by match pay}
 * @param isCertain whether it always passes; else that depends on what the manifests do not settle
 * @param cause what lets it pass
 */
public record Hop(Party from, Party to, String at, String sent, String reason, boolean isCertain, Cause cause) {

    /**
     * What lets a call pass.
     *
     * @param means by what kind of thing
     * @param object the object to look at, as findings name it
     * @param place where it stands; empty for what the build's configuration says
     */
    public record Cause(Means means, String object, Optional<Location> place) {}

    /** What lets calls pass. */
    public enum Means {
        /** TrafficTargets, and routes where there are any. */
        POLICY,
        /** An IngressBackend. */
        INGRESS,
        /** Permissive mode: no policy counts. */
        PERMISSIVE,
        /** No sidecar looks at it. */
        UNGUARDED
    }
}
