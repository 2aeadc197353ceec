package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Document;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.MappingNode.Entry;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for keys that stand twice in one mapping. Readers differ in which one they take, so what anything here is
 * decided by must not be ambiguous. Elsewhere in an object, in resource limits say, kubectl's choice of the last one is
 * as good as before, and is only mentioned.
 */
final class RepeatedKeys {

    private static final String ITEM = "*";

    /** Kinds that are read whole, now or by those who look for calls. */
    private static final Set<String> READ_WHOLE =
            Set.of("ConfigMap", "Ingress", "MeshConfig", "Namespace", "Secret", "Service", "ServiceAccount");

    private static final List<String> POD_FIELDS =
            List.of("serviceAccountName", "serviceAccount", "hostNetwork", "volumes");
    private static final List<String> CONTAINER_FIELDS =
            List.of("name", "image", "command", "args", "env", "envFrom", "ports", "volumeMounts");

    private final KubeObject object;
    private final List<List<String>> decisive;
    private final List<String> remarks = new ArrayList<>();

    private RepeatedKeys(KubeObject object) {
        this.object = object;
        this.decisive = decisive(object);
    }

    /**
     * Checks an object.
     *
     * @return remarks on keys that stand twice where it does not matter here
     * @throws InputException if a key stands twice where it does
     */
    static List<String> check(KubeObject object) {
        RepeatedKeys check = new RepeatedKeys(object);
        check.visit(object.root(), List.of());
        return check.remarks;
    }

    /** Refuses a mapping, a List say, that has a key twice; what stands inside its values is not looked at. */
    static void requireUnique(Document document, MappingNode mapping) {
        Set<String> keys = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            if (!keys.add(entry.name())) {
                throw problem(document.locate(entry.key()), entry);
            }
        }
    }

    private static List<List<String>> decisive(KubeObject object) {
        boolean whole = READ_WHOLE.contains(object.kind()) || object.group().endsWith("smi-spec.io");
        if (whole) {
            return List.of(List.of());
        }
        List<List<String>> paths = new ArrayList<>();
        paths.add(List.of("apiVersion"));
        paths.add(List.of("kind"));
        paths.add(List.of("metadata"));
        WorkloadKind.of(object).ifPresent(kind -> {
            paths.add(join(kind.templatePath(), "metadata"));
            POD_FIELDS.forEach(field -> paths.add(join(kind.templatePath(), "spec", field)));
            for (String list : List.of("containers", "initContainers")) {
                CONTAINER_FIELDS.forEach(field -> paths.add(join(kind.templatePath(), "spec", list, ITEM, field)));
            }
        });
        return paths;
    }

    private static List<String> join(List<String> start, String... end) {
        return Stream.concat(start.stream(), Stream.of(end)).toList();
    }

    private void visit(Node node, List<String> path) {
        if (node instanceof MappingNode mapping) {
            Map<String, Entry> seen = new HashMap<>();
            for (Entry entry : mapping.entries()) {
                List<String> inner = join(path, entry.name());
                if (seen.put(entry.name(), entry) != null) {
                    report(entry, inner);
                }
                visit(entry.value(), inner);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> visit(item, join(path, ITEM)));
        }
    }

    private void report(Entry entry, List<String> path) {
        if (decisive.stream().anyMatch(each -> isOnOneLine(each, path))) {
            throw problem(object.locate(entry.key()), entry);
        }
        remarks.add(object.locate(entry.key()) + ": " + describe(entry) + "; kubectl takes the last one");
    }

    private static InputException problem(Location place, Entry entry) {
        return new InputException(new InputProblem(
                place, describe(entry) + "; tools differ in which one they take", "keep one of the two"));
    }

    private static String describe(Entry entry) {
        return "key \"" + Printable.text(entry.key().value()) + "\" stands twice in one mapping";
    }

    /** Whether one of two paths leads on from the other. */
    private static boolean isOnOneLine(List<String> one, List<String> other) {
        int common = Math.min(one.size(), other.size());
        return one.subList(0, common).equals(other.subList(0, common));
    }
}
