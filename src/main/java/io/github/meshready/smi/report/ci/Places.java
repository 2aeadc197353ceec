package io.github.meshready.smi.report.ci;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where findings stand as CI names places: files relative to the repository, whichever module they are of.
 *
 * @param module the module's folder below the repository with a slash behind it; empty for the repository's own
 * @param configuration the file that a finding without a place is about, as it is the build's configuration that declares it
 */
public record Places(String module, Optional<String> configuration) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String KEPT = "-._~/";

    /** The file of a finding, relative to the repository, with forward slashes. */
    Optional<String> file(Finding finding) {
        return finding.location().map(Location::file).or(() -> configuration).map(this::file);
    }

    /** A file of the module, relative to the repository. */
    String file(String name) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (module + name).split("/")) {
            boolean up =
                    part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
            if (up) {
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** A path as a relative URI reference (RFC 3986), in which nothing has a meaning but the slashes. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean kept = b > 0 && (isLetterOrDigit(b) || KEPT.indexOf(b) >= 0);
            if (kept) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HEX.toHexDigits(b));
            }
        }
        return uri.toString();
    }

    private static boolean isLetterOrDigit(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
    }
}
