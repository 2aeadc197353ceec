package io.github.meshready.smi.report;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.policy.Inheritance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What workloads take along to their new accounts, and what somebody has to move by hand. */
public final class InheritanceText {

    private final List<Inheritance> inheritances;

    public InheritanceText(List<Inheritance> inheritances) {
        this.inheritances = inheritances;
    }

    /** What was carried over. */
    List<String> kept() {
        Map<String, List<String>> bound = new LinkedHashMap<>();
        List<String> kept = new ArrayList<>();
        for (Inheritance inheritance : inheritances) {
            for (KubeObject binding : inheritance.bindings()) {
                bound.computeIfAbsent(
                                binding.described() + " names, as it names " + inheritance.former() + ", also ",
                                key -> new ArrayList<>())
                        .add(inheritance.account().name());
            }
            if (inheritance.isWritten()) {
                kept.addAll(given(inheritance));
            }
        }
        bound.forEach((binding, accounts) -> kept.add(binding + String.join(", ", accounts)));
        return kept;
    }

    private static List<String> given(Inheritance inheritance) {
        String like = ", as " + inheritance.former() + " has";
        return Stream.of(
                        inheritance.pullSecrets().stream().map(secret -> "imagePullSecret " + secret),
                        inheritance.cloudAnnotations().keySet().stream().map(key -> "annotation " + key),
                        inheritance.automount().stream().map(value -> "automountServiceAccountToken: " + value))
                .flatMap(each -> each)
                .map(what -> inheritance.account() + " has " + what + like)
                .toList();
    }

    /** What manifests do not show: one line for each account that workloads leave. */
    List<String> unknown() {
        return inheritances.stream()
                .filter(inheritance -> inheritance.definition().isEmpty())
                .map(Inheritance::former)
                .distinct()
                .map(former ->
                        former + "  kubectl describe serviceaccount " + former.name() + " -n " + former.namespace())
                .toList();
    }

    /** What has to be done elsewhere. */
    public List<String> warnings() {
        Stream<String> clouds = inheritances.stream()
                .filter(inheritance -> !inheritance.cloudAnnotations().isEmpty())
                .map(inheritance -> "A cloud knows " + inheritance.former() + " by its annotations ("
                        + String.join(", ", inheritance.cloudAnnotations().keySet()) + "): let it trust "
                        + inheritance.account() + " too, or its pods lose access");
        Stream<String> others = inheritances.stream()
                .filter(inheritance -> !inheritance.isWritten())
                .flatMap(inheritance -> given(inheritance).stream()
                        .map(what -> "Add to the manifest of " + inheritance.account() + " what its workload had: "
                                + what.substring(what.indexOf(" has ") + 5)));
        return Stream.concat(clouds, others).toList();
    }
}
