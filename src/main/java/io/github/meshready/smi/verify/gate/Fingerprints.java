package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.manifest.Digest;
import io.github.meshready.smi.verify.Finding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a finding is known by from one build to the next: its rule, object and message, and not where it stands, so that it
 * may move within a file and to another one. Of several that are alike each has one of its own.
 */
final class Fingerprints {

    private static final int LENGTH = 32;

    private final Map<String, Integer> seen = new HashMap<>();

    /** In the order of the findings. */
    static List<String> of(List<Finding> findings) {
        Fingerprints fingerprints = new Fingerprints();
        return findings.stream().map(fingerprints::next).toList();
    }

    private String next(Finding finding) {
        // Lines that a message names move as its own does.
        String message = finding.message().replaceAll(":\\d+:\\d+", "");
        String text = finding.rule() + "\0" + finding.object() + "\0" + message;
        int number = seen.merge(text, 1, Integer::sum);
        byte[] bytes = (text + "\0" + number).getBytes(StandardCharsets.UTF_8);
        return Digest.of(bytes).substring(0, LENGTH);
    }
}
