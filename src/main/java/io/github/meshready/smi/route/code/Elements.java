package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;

/** Reads elements of annotations as texts, of whatever kind they are: a class file may say anything. */
final class Elements {

    private Elements() {}

    /** The first annotation whose type is one of these. */
    static Optional<AnnotationInstance> find(List<AnnotationInstance> annotations, Set<String> types) {
        return annotations.stream()
                .filter(each -> types.contains(each.name().toString()))
                .findFirst();
    }

    /** The values of the first of these elements that is written and not empty. */
    static List<String> texts(AnnotationInstance annotation, String... elements) {
        for (String element : elements) {
            AnnotationValue value = annotation.value(element);
            List<String> texts = value == null ? List.of() : texts(value);
            if (texts.stream().anyMatch(text -> !text.isEmpty())) {
                return texts;
            }
        }
        return List.of();
    }

    /** The first value of {@link #texts(AnnotationInstance, String...)}; else the empty text. */
    static String text(AnnotationInstance annotation, String... elements) {
        List<String> texts = texts(annotation, elements);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** The annotations that are written in an element. */
    static List<AnnotationInstance> nested(AnnotationInstance annotation, String element) {
        AnnotationValue value = annotation.value(element);
        boolean array = value != null && value.kind() == AnnotationValue.Kind.ARRAY;
        return (array ? value.asArrayList() : value == null ? List.<AnnotationValue>of() : List.of(value))
                .stream()
                        .filter(each -> each.kind() == AnnotationValue.Kind.NESTED)
                        .map(AnnotationValue::asNested)
                        .toList();
    }

    static List<String> texts(AnnotationValue value) {
        return switch (value.kind()) {
            case ARRAY ->
                value.asArrayList().stream()
                        .flatMap(each -> texts(each).stream())
                        .toList();
            case CLASS -> List.of(value.asClass().name().toString());
            case ENUM -> List.of(value.asEnum());
            case NESTED, UNKNOWN -> List.of();
            default -> List.of(value.asString());
        };
    }
}
