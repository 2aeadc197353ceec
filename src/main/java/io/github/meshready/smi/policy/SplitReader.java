package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.manifest.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads TrafficSplits out of manifests. */
final class SplitReader {

    /** Stands for whole numbers beyond 64 bits, which no mesh takes. */
    private static final double BEYOND = 1e19;

    private final Application application;

    SplitReader(Application application) {
        this.application = application;
    }

    TrafficSplit read(KubeObject object) {
        Optional<Fields> spec = object.fields().mapping("spec");
        String service = spec.map(fields -> fields.strictText("service").orElseThrow(() -> fields.missing("service")))
                .orElse("");
        List<Fields> backends = spec.map(fields -> fields.mappings("backends")).orElse(List.of());
        SplitHost host = SplitHost.of(service, name -> isNamespace(object, name));
        return new TrafficSplit(
                object,
                host,
                spec.map(fields -> fields.location("service")).orElse(object.location()),
                new Split(
                        new ObjectName(object.namespace(), host.service()),
                        backends.stream().map(fields -> backend(object, fields)).toList()),
                backends.stream().map(Fields::location).toList());
    }

    /** The mesh watches the split's own namespace, or it would not see the split; others as far as manifests show. */
    private boolean isNamespace(KubeObject split, String name) {
        return name.equals(split.namespace())
                || application.namespace(name).isPresent()
                || application.objects().stream()
                        .anyMatch(object -> object.namespace().equals(name));
    }

    private static Split.Backend backend(KubeObject object, Fields fields) {
        String service = fields.strictText("service").orElseThrow(() -> fields.missing("service"));
        Node weight = fields.value("weight").orElseThrow(() -> fields.missing("weight"));
        return new Split.Backend(new ObjectName(object.namespace(), service), weight(fields, weight));
    }

    private static SplitWeight weight(Fields fields, Node node) {
        if (node instanceof ScalarNode scalar) {
            try {
                if (scalar.type() == ScalarType.INTEGER) {
                    OptionalLong whole = ScalarType.integerOf(scalar.value());
                    return new SplitWeight(scalar.value(), whole.isPresent() ? whole.getAsLong() : BEYOND);
                }
                if (scalar.type() == ScalarType.FLOAT) {
                    return new SplitWeight(
                            scalar.value(), Double.parseDouble(scalar.value().replace("_", "")));
                }
            } catch (NumberFormatException e) {
                throw fields.wrong("weight", node, "a number"); // not a number, or infinite: not JSON
            }
        }
        throw fields.wrong("weight", node, "a number");
    }
}
