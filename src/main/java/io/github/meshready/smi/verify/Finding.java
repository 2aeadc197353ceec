package io.github.meshready.smi.verify;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something to mend.
 *
 * @param rule id of the rule, such as {@code SMI-TT-05}
 * @param severity how bad it is
 * @param location where it stands; empty for what the build's configuration declares
 * @param object what it is about, such as {@code TrafficTarget bookstore/bookbuyer-to-bookstore}
 * @param message what is found
 * @param consequence what happens at run time
 * @param fix what to do
 * @param snippet YAML to add, in lines; none for most findings
 */
public record Finding(
        String rule,
        Severity severity,
        Optional<Location> location,
        String object,
        String message,
        String consequence,
        String fix,
        List<String> snippet) {

    public Finding {
        snippet = List.copyOf(snippet);
    }

    /** The order in which findings are shown. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.location().map(Location::file).orElse(""))
            .thenComparing(finding -> finding.location().map(Location::line).orElse(0))
            .thenComparing(finding -> finding.location().map(Location::column).orElse(0))
            .thenComparing(Finding::rule)
            .thenComparing(Finding::object)
            .thenComparing(Finding::message);

    /** A finding about an object of the manifests. */
    public static Finding of(
            Rule rule,
            Severity severity,
            KubeObject object,
            Location location,
            String message,
            String consequence,
            String fix) {
        return new Finding(
                rule.id(), severity, Optional.of(location), object.described(), message, consequence, fix, List.of());
    }

    /** The same finding, taken for as bad as this. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, location, object, message, consequence, fix, snippet);
    }

    /** The same finding with YAML to add. */
    public Finding withSnippet(String yaml) {
        return new Finding(
                rule,
                severity,
                location,
                object,
                message,
                consequence,
                fix,
                yaml.lines().toList());
    }
}
