package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.verify.Severity;

/**
 * A finding that was there when the baseline was written.
 *
 * @param fingerprint what it is known by
 * @param rule its rule
 * @param severity how bad it was
 * @param object what it is about, for people
 * @param message what was found, for people
 */
public record BaselineEntry(String fingerprint, String rule, Severity severity, String object, String message) {}
