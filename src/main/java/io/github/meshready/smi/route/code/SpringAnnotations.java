package io.github.meshready.smi.route.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/**
 * Reads Spring's annotations, those that users compose of them among these: {@code @AliasFor} hands values on, and so do elements of the
 * same name but {@code value} (Spring Framework, core, "Annotation Programming Model").
 */
final class SpringAnnotations {

    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final String SERVICE = "org.springframework.web.service.annotation.";
    private static final DotName ALIAS = DotName.createSimple("org.springframework.core.annotation.AliasFor");

    /** Annotations of annotations; people write two or three. */
    private static final int MAX_DEPTH = 16;

    /** Spring's own, and the methods that they stand for; any where there is none. */
    private static final Map<String, String> MAPPINGS = Map.ofEntries(
            Map.entry(WEB + "RequestMapping", ""),
            Map.entry(WEB + "GetMapping", "GET"),
            Map.entry(WEB + "PostMapping", "POST"),
            Map.entry(WEB + "PutMapping", "PUT"),
            Map.entry(WEB + "DeleteMapping", "DELETE"),
            Map.entry(WEB + "PatchMapping", "PATCH"),
            Map.entry(SERVICE + "HttpExchange", ""),
            Map.entry(SERVICE + "GetExchange", "GET"),
            Map.entry(SERVICE + "PostExchange", "POST"),
            Map.entry(SERVICE + "PutExchange", "PUT"),
            Map.entry(SERVICE + "DeleteExchange", "DELETE"),
            Map.entry(SERVICE + "PatchExchange", "PATCH"));

    private static final List<String> PATHS = List.of("path", "value", "url");

    private final VisibleClasses classes;

    SpringAnnotations(VisibleClasses classes) {
        this.classes = classes;
    }

    /** Whether one of these annotations is of one of these types, or is itself annotated so. */
    boolean has(List<AnnotationInstance> annotations, Set<String> types) {
        return has(annotations, types, new HashSet<>());
    }

    private boolean has(List<AnnotationInstance> annotations, Set<String> types, Set<String> seen) {
        return annotations.stream()
                .anyMatch(each -> types.contains(each.name().toString())
                        || seen.add(each.name().toString())
                                && classes.type(each)
                                        .filter(type -> has(type.declaredAnnotations(), types, seen))
                                        .isPresent());
    }

    /** The mapping that one of these annotations is or is made of. */
    Optional<SpringMapping> mapping(List<AnnotationInstance> annotations) {
        return mapping(annotations, Map.of(), 0);
    }

    /** @param given the values that annotations made of these hand on, by type and element, {@code shop.Api#path} */
    private Optional<SpringMapping> mapping(
            List<AnnotationInstance> annotations, Map<String, List<String>> given, int depth) {
        return annotations.stream()
                .map(each -> mapping(each, given, depth))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<SpringMapping> mapping(AnnotationInstance annotation, Map<String, List<String>> given, int depth) {
        String name = annotation.name().toString();
        String method = MAPPINGS.get(name);
        if (method != null) {
            List<String> paths = PATHS.stream()
                    .map(element -> given.get(name + "#" + element))
                    .filter(values -> values != null)
                    .findFirst()
                    .orElseGet(() -> Elements.texts(annotation, "path", "value", "url"));
            Set<String> methods =
                    new TreeSet<>(given.getOrDefault(name + "#method", Elements.texts(annotation, "method")));
            return Optional.of(new SpringMapping(paths, method.isEmpty() ? methods : Set.of(method)));
        }
        return depth > MAX_DEPTH
                ? Optional.empty()
                : classes.type(annotation)
                        .filter(ClassInfo::isAnnotation)
                        .flatMap(type ->
                                mapping(type.declaredAnnotations(), handedOn(annotation, type, given), depth + 1));
    }

    /** What an annotation of users hands on to those that it is made of. */
    private static Map<String, List<String>> handedOn(
            AnnotationInstance annotation, ClassInfo type, Map<String, List<String>> given) {
        Map<String, List<String>> handedOn = new HashMap<>(given);
        for (MethodInfo element : type.methods()) {
            List<String> values = values(annotation, type, element, given);
            AnnotationInstance alias = element.declaredAnnotation(ALIAS);
            String target = alias == null ? "" : Elements.text(alias, "annotation");
            if (!target.isEmpty() && !target.equals(type.name().toString())) {
                String named = Elements.text(alias, "attribute", "value");
                handedOn.put(target + "#" + (named.isEmpty() ? element.name() : named), values);
            } else if (alias == null
                    && !element.name().equals("value")
                    && values.stream().anyMatch(value -> !value.isEmpty())) {
                type.declaredAnnotations()
                        .forEach(each -> handedOn.putIfAbsent(each.name() + "#" + element.name(), values));
            }
        }
        return handedOn;
    }

    /** What an element says: what is handed on to it, what is written, its twin in the same annotation, its default. */
    private static List<String> values(
            AnnotationInstance annotation, ClassInfo type, MethodInfo element, Map<String, List<String>> given) {
        List<AnnotationValue> candidates = new ArrayList<>();
        candidates.add(annotation.value(element.name()));
        for (MethodInfo other : type.methods()) {
            AnnotationInstance alias = other.declaredAnnotation(ALIAS);
            boolean twin = alias != null
                    && Elements.text(alias, "annotation").isEmpty()
                    && Elements.text(alias, "attribute", "value").equals(element.name());
            if (twin) {
                candidates.add(annotation.value(other.name()));
            }
        }
        candidates.add(element.defaultValue());
        List<String> handed = given.get(type.name() + "#" + element.name());
        return handed != null
                ? handed
                : candidates.stream()
                        .filter(value -> value != null)
                        .findFirst()
                        .map(Elements::texts)
                        .orElse(List.of());
    }
}
