package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.verify.Finding;
import java.util.Optional;

/**
 * A finding, and whether it counts.
 *
 * @param finding with the severity that the build gives it
 * @param fingerprint what it is known by from one build to the next
 * @param standing whether it counts
 * @param suppression who accepts it, if somebody does
 */
public record Judged(Finding finding, String fingerprint, Standing standing, Optional<Suppression> suppression) {}
