package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.Finding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody accepts, and why.
 *
 * @param rule the rules that it is about
 * @param object the objects that it is about; where an annotation says so, its own object's name, in which nothing stands
 *     for anything else
 * @param reason why
 * @param until the last day on which it holds
 * @param annotation where it stands; empty for one of the build's configuration
 */
public record Suppression(
        Wildcard rule, Wildcard object, String reason, Optional<LocalDate> until, Optional<Location> annotation) {

    boolean matches(Finding finding) {
        boolean sameObject =
                annotation.isPresent() ? object.text().equals(finding.object()) : object.matches(finding.object());
        return sameObject && rule.matches(finding.rule());
    }

    boolean isExpired(LocalDate today) {
        return until.filter(last -> last.isBefore(today)).isPresent();
    }

    /** What is suppressed, and where that is said, such as {@code SMI-ID-01 on Deployment shop/web (k8s/a.yaml:4:5)}. */
    public String described() {
        return Printable.line(rule.text() + " on " + object.text() + " ("
                + annotation.map(Location::toString).orElse("pom") + ")");
    }
}
