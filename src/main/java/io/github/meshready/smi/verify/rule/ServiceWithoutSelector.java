package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.Optional;

/** Services without a selector, which permissive mode takes for members of the mesh (osm#5284). */
final class ServiceWithoutSelector implements Rule {

    @Override
    public String id() {
        return "SMI-SVC-06";
    }

    /** With policies enforced such Services belong to nobody, and calls to them leave the mesh. */
    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.mesh().mode().permissive()) {
            return List.of();
        }
        return facts.application().services().stream()
                .filter(service -> service.selector().isEmpty() && !service.isAlias())
                .filter(service -> !service.tcpPorts().isEmpty())
                .filter(service -> facts.mesh()
                        .membership()
                        .unwatched(service.name().namespace())
                        .isEmpty())
                .map(service -> finding(facts, service))
                .toList();
    }

    private Finding finding(Facts facts, Service service) {
        boolean called = facts.graph().unresolved().stream()
                .anyMatch(call -> call.service().equals(Optional.of(service))
                        && facts.mesh().membership().outside(call.source()).isEmpty());
        return Finding.of(
                this,
                called ? Severity.ERROR : Severity.WARNING,
                service.object(),
                service.object().location(),
                "it has no selector, and its namespace is watched by the mesh",
                "in permissive mode sidecars speak mesh TLS to its addresses, which are not in the mesh: calls fail",
                "put it into a namespace that the mesh does not watch, or exclude its addresses from the callers' sidecars");
    }
}
