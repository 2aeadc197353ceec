package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A TrafficTarget as it stands in a manifest, sound or not.
 *
 * @param object the object
 * @param destination who is called
 * @param sources who may call; an empty list means anybody to the mesh
 * @param rules what they may do
 */
public record TrafficTarget(
        KubeObject object, Optional<AccountRef> destination, List<AccountRef> sources, List<TargetRule> rules) {

    public TrafficTarget {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
    }

    public String namespace() {
        return object.namespace();
    }

    public List<TargetRule> httpRules() {
        return rules.stream().filter(TargetRule::isHttp).toList();
    }

    public List<TargetRule> tcpRules() {
        return rules.stream().filter(TargetRule::isTcp).toList();
    }

    /** Name of a route object that a rule names: always in the target's namespace. */
    public ObjectName routeName(TargetRule rule) {
        return new ObjectName(namespace(), rule.name());
    }

    /**
     * Whether the mesh looks at the target at all (OSM v1.2.4, pkg/smi/client.go isValidTrafficTarget and
     * hasValidRules): it stands in its destination's namespace, has rules, and no rule of a foreign kind.
     */
    public boolean isValid(Dialect dialect) {
        boolean meant = destination
                .filter(account -> account.namespace().equals(namespace()) || !dialect.ignoresTargetsElsewhere())
                .isPresent();
        return meant && !rules.isEmpty() && rules.stream().allMatch(rule -> rule.isHttp() || rule.isTcp());
    }

    public boolean hasSource(ObjectName account) {
        return sources.stream().anyMatch(source -> source.account().equals(account));
    }
}
