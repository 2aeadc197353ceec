package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.Wildcard;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The suppressions that objects carry themselves: {@code ignore.smi.meshready.io/SMI-ID-01: reason}, or
 * {@code "until 2027-06-30: reason"}. A key names one rule, so that nothing stands for more than it says.
 */
final class AnnotatedSuppressions {

    private static final String PREFIX = "ignore.smi.meshready.io/";
    private static final String UNTIL = "until ";

    private final RuleIds ids;
    private final List<InputProblem> problems = new ArrayList<>();
    private final List<Suppression> found = new ArrayList<>();

    AnnotatedSuppressions(RuleIds ids) {
        this.ids = ids;
    }

    /** @throws InputException if one names no rule or gives no reason: it would look as if it did something */
    List<Suppression> read(Application application) {
        application.objects().forEach(this::read);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return found;
    }

    private void read(KubeObject object) {
        object.fields()
                .value("metadata")
                .filter(MappingNode.class::isInstance)
                .flatMap(node -> object.fields().mapping("metadata"))
                .filter(metadata -> metadata.value("annotations")
                        .filter(MappingNode.class::isInstance)
                        .isPresent())
                .flatMap(metadata -> metadata.mapping("annotations"))
                .ifPresent(annotations -> annotations.node().flattened().keySet().stream()
                        .filter(key -> key.startsWith(PREFIX))
                        .forEach(key -> read(object, annotations, key)));
    }

    private void read(KubeObject object, Fields annotations, String key) {
        Location place = annotations.location(key);
        String rule = key.substring(PREFIX.length());
        if (!ids.all().contains(rule)) {
            problems.add(problem(
                    place,
                    key,
                    "names no rule, so it suppresses nothing",
                    "write " + PREFIX + ids.nearest(rule) + ", or remove the annotation"));
            return;
        }
        String text = annotations.strictText(key).orElse("").strip().replaceAll("\\s+", " ");
        Optional<LocalDate> until = Optional.empty();
        if (text.startsWith(UNTIL)) {
            int colon = text.indexOf(':');
            String date = text.substring(UNTIL.length(), Math.max(UNTIL.length(), colon))
                    .strip();
            try {
                until = Optional.of(LocalDate.parse(date));
            } catch (DateTimeParseException e) {
                problems.add(problem(
                        place, key, "starts with until and no date follows", "write \"until 2027-06-30: reason\""));
                return;
            }
            text = text.substring(colon + 1).strip();
        }
        if (text.isEmpty()) {
            problems.add(problem(
                    place,
                    key,
                    "gives no reason, and nothing is suppressed without one",
                    "say why, such as " + PREFIX + rule + ": \"read only, and replaced in spring\""));
            return;
        }
        found.add(
                new Suppression(new Wildcard(rule), new Wildcard(object.described()), text, until, Optional.of(place)));
    }

    private static InputProblem problem(Location place, String key, String message, String fix) {
        return new InputProblem(place, "the annotation " + Printable.text(key) + " " + message, fix);
    }
}
