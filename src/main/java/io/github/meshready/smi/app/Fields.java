package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.manifest.ScalarType;
import io.github.meshready.smi.manifest.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads the fields of one mapping of an object as the API server would, absent and {@code null} being the same. What
 * has the wrong shape for the API server is an {@link InputException} that names the field and its place.
 */
public final class Fields {

    private static final int MAX_PORT = 65535;

    private static final int NO_ITEM = -1;

    private final KubeObject object;
    private final MappingNode node;

    /** Where this mapping stands; written out only for a complaint. */
    private final Optional<Fields> around;

    private final String key;
    private final int item;

    /** The fields of a whole object. */
    Fields(KubeObject object, MappingNode node) {
        this(object, node, Optional.empty(), "", NO_ITEM);
    }

    private Fields(KubeObject object, MappingNode node, Optional<Fields> around, String key, int item) {
        this.object = object;
        this.node = node;
        this.around = around;
        this.key = key;
        this.item = item;
    }

    public MappingNode node() {
        return node;
    }

    /** Where this mapping stands. */
    public Location location() {
        return object.locate(node);
    }

    /** Where a field's value stands; where it is absent, where this mapping stands. */
    public Location location(String key) {
        return object.locate(node.own(key).<Node>map(MappingNode.Entry::value).orElse(node));
    }

    /** The value under a key, if there is one and it is not null. */
    public Optional<Node> value(String key) {
        return node.get(key).filter(value -> !isNull(value));
    }

    /** A text. A number or boolean without quotes is taken by its spelling; only names are held to be texts. */
    public Optional<String> text(String key) {
        return value(key).map(value -> scalar(key, value).value());
    }

    /** A text that the API server accepts only as a text. */
    public Optional<String> strictText(String key) {
        return value(key).map(value -> strictText(key, value));
    }

    private String strictText(String key, Node value) {
        ScalarNode scalar = scalar(key, value);
        if (scalar.type() != ScalarType.TEXT) {
            throw problem(
                    object.locate(value),
                    key,
                    "must be a text, but kubectl reads " + Printable.text(scalar.value()) + " as " + scalar.described(),
                    "put it in quotes");
        }
        return scalar.value();
    }

    /** A whole number within bounds. */
    public OptionalInt integer(String key, int least, int most) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(integer(key, value.get(), least, most));
    }

    /** A port by number or by the name of a container's port. */
    Optional<TargetPort> port(String key) {
        Optional<Node> value = value(key);
        if (value.isPresent()
                && value.get().resolved() instanceof ScalarNode scalar
                && scalar.type() == ScalarType.TEXT) {
            return Optional.of(new TargetPort(0, scalar.value()));
        }
        OptionalInt number = integer(key, 1, MAX_PORT);
        return number.isPresent() ? Optional.of(new TargetPort(number.getAsInt(), "")) : Optional.empty();
    }

    /** The whole numbers of a list, each within bounds; empty if the list is absent. */
    public List<Integer> integers(String key, int least, int most) {
        return items(key).stream().map(item -> integer(key, item, least, most)).toList();
    }

    private int integer(String key, Node value, int least, int most) {
        ScalarNode scalar = scalar(key, value.resolved());
        OptionalLong number =
                scalar.type() == ScalarType.INTEGER ? ScalarType.integerOf(scalar.value()) : OptionalLong.empty();
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            boolean quoted =
                    scalar.type() == ScalarType.TEXT && ScalarType.ofPlain(scalar.value()) == ScalarType.INTEGER;
            throw problem(
                    object.locate(scalar),
                    key,
                    "must be a whole number from " + least + " to " + most + ", but is "
                            + (quoted ? "the text \"" + scalar.value() + "\"" : Printable.text(scalar.value())),
                    quoted ? "remove the quotes" : "correct the number");
        }
        return (int) number.getAsLong();
    }

    /** A boolean, if the field is there. */
    public Optional<Boolean> bool(String key) {
        return value(key).map(value -> {
            ScalarNode scalar = scalar(key, value);
            if (scalar.type() != ScalarType.BOOLEAN) {
                throw wrong(key, value, "true or false");
            }
            return ScalarType.isTrue(scalar.value());
        });
    }

    public Optional<Fields> mapping(String key) {
        return value(key).map(value -> {
            if (value instanceof MappingNode mapping) {
                return new Fields(object, mapping, Optional.of(this), key, NO_ITEM);
            }
            throw wrong(key, value, "a mapping");
        });
    }

    /** A mapping that has to be there. */
    public Fields requiredMapping(String key) {
        return mapping(key).orElseThrow(() -> missing(key));
    }

    /** The items of a list of mappings, in order; empty if the list is absent. */
    public List<Fields> mappings(String key) {
        List<Fields> mappings = new ArrayList<>();
        for (Node item : items(key)) {
            if (!(item.resolved() instanceof MappingNode mapping)) {
                throw wrong(key, item, "a list of mappings");
            }
            mappings.add(new Fields(object, mapping, Optional.of(this), key, mappings.size()));
        }
        return mappings;
    }

    /** The entries of a mapping of labels, in order; empty if it is absent. */
    public Map<String, String> labels(String key) {
        Map<String, String> labels = texts(key);
        labels.forEach((name, value) -> {
            if (!LabelText.isKey(name) || !LabelText.isValue(value)) {
                throw problem(
                        location(key),
                        key,
                        "holds a label that is not valid, " + Printable.text(name) + ": " + Printable.text(value),
                        "use at most 63 letters, digits and inner dashes, dots and underscores");
            }
        });
        return labels;
    }

    /** The texts of a list, in order, each held to be one; empty if the list is absent. */
    public List<ScalarNode> strictScalars(String key) {
        List<ScalarNode> scalars = scalars(key);
        scalars.forEach(scalar -> strictText(key, scalar));
        return scalars;
    }

    /** The scalars of a list, in order; empty if the list is absent. */
    public List<ScalarNode> scalars(String key) {
        List<ScalarNode> scalars = new ArrayList<>();
        for (Node item : items(key)) {
            scalars.add(scalar(key, item.resolved()));
        }
        return scalars;
    }

    /** The entries of a mapping from text to text, in order; empty if it is absent. */
    public Map<String, String> texts(String key) {
        return mapping(key).map(Fields::allTexts).orElse(Map.of());
    }

    /** The entries of this mapping, which goes from text to text, in order. */
    public Map<String, String> allTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        node.flattened().forEach((name, value) -> {
            if (!isNull(value.resolved())) {
                texts.put(name, strictText(name, value.resolved()));
            }
        });
        return texts;
    }

    /** A complaint about a field that is there. */
    public InputException wrong(String key, Node value, String wanted) {
        return problem(
                object.locate(value), key, "must be " + wanted + ", but is " + value.described(), "correct the field");
    }

    /** A complaint about a field that is not there. */
    public InputException missing(String key) {
        return problem(
                location(),
                key,
                "is missing",
                "complete the object; if it is a patch, render the manifests first (kubectl kustomize)");
    }

    private InputException problem(Location place, String key, String message, String fix) {
        String field = Printable.text(object.kind() + " " + object.name()).strip() + ": " + Printable.text(child(key));
        return new InputException(
                new InputProblem(place, field + " " + message + "; the API server rejects the object", fix));
    }

    private List<Node> items(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return sequence.items();
        }
        throw wrong(key, value.get(), "a list");
    }

    private ScalarNode scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar;
        }
        throw wrong(key, value, "a single value");
    }

    private String child(String name) {
        String path = around.map(fields -> fields.child(key)).orElse("") + (item == NO_ITEM ? "" : "[" + item + "]");
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean isNull(Node value) {
        return value instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
    }
}
