package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.verify.Facts;
import java.util.Optional;

/** Finds route objects that a rule means and cannot reach. */
final class RouteElsewhere {

    private RouteElsewhere() {}

    /** The namespace of an object of the rule's kind and name, if there is one in any namespace. */
    static Optional<String> namespaceOf(Facts facts, TargetRule rule) {
        return facts.application().objects().stream()
                .filter(object ->
                        object.kind().equals(rule.kind()) && object.name().equals(rule.name()))
                .map(KubeObject::namespace)
                .findFirst();
    }
}
