package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Workload;
import java.util.Optional;
import java.util.function.Consumer;

/** The annotation by which OpenShift's console draws arrows between workloads. */
final class AnnotationDetector implements Detector {

    private static final String CONNECTS_TO = "app.openshift.io/connects-to";

    private final FileFormat formats = new FileFormat();

    @Override
    public void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions) {
        boolean first = workload.pod().containers().stream()
                .filter(each -> !each.init())
                .findFirst()
                .filter(container::equals)
                .isPresent();
        Optional<Fields> metadata = workload.object().fields().mapping("metadata");
        if (!first || metadata.isEmpty()) {
            return;
        }
        metadata.get()
                .mapping("annotations")
                .ifPresent(annotations -> annotations
                        .text(CONNECTS_TO)
                        .ifPresent(value -> read(
                                value,
                                new Mention(
                                        workload,
                                        container,
                                        Evidence.Place.ANNOTATION,
                                        CONNECTS_TO,
                                        value,
                                        Neighbours.NONE,
                                        Origin.OWN,
                                        annotations.location(CONNECTS_TO)),
                                mentions)));
    }

    /** Names with commas between, or a list in JSON of names and of objects with one. */
    private void read(String value, Mention mention, Consumer<Mention> mentions) {
        if (value.strip().startsWith("[")) {
            formats.parts("x.json", mention)
                    .filter(part ->
                            !part.key().endsWith("apiVersion") && !part.key().endsWith("kind"))
                    .map(part -> part.part(Evidence.Place.ANNOTATION, CONNECTS_TO, part.value(), Neighbours.NONE))
                    .forEach(mentions);
        } else {
            for (String name : value.split(",")) {
                mentions.accept(mention.part(Evidence.Place.ANNOTATION, CONNECTS_TO, name.strip(), Neighbours.NONE));
            }
        }
    }
}
