package io.github.meshready.smi.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** JSON in a form in which two spellings of one object are equal. */
final class Normalized {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Normalized() {}

    /** Sorts keys, writes numbers as doubles (the list has floats as texts), and drops what decoding adds or drops. */
    static JsonNode of(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JSON.objectNode();
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            names.stream()
                    .sorted()
                    .filter(name ->
                            !Set.of("creationTimestamp", "managedFields").contains(name))
                    .forEach(name -> sorted.set(name, of(node.get(name))));
            if (sorted.path("annotations").isObject()
                    && sorted.path("annotations").isEmpty()) {
                sorted.remove("annotations");
            }
            return sorted;
        }
        if (node.isArray()) {
            ArrayNode array = JSON.arrayNode();
            node.forEach(item -> array.add(of(item)));
            return array;
        }
        if (node.isNumber()) {
            return JSON.textNode(Double.toString(node.asDouble()));
        }
        try {
            return node.isTextual() && node.asText().matches("-?[0-9.]+(E[+-]?[0-9]+)?")
                    ? JSON.textNode(Double.toString(Double.parseDouble(node.asText())))
                    : node;
        } catch (NumberFormatException e) {
            return node;
        }
    }
}
