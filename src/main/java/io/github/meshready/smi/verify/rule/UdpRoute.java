package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** UDPRoutes, for which the mesh has no CRD (cmd/osm-bootstrap/crds). */
final class UdpRoute implements Rule {

    @Override
    public String id() {
        return "SMI-TCP-06";
    }

    static final String KIND = "UDPRoute";

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().unserved().stream()
                .filter(object -> object.kind().equals(KIND))
                .map(object -> Finding.of(
                        this,
                        Severity.ERROR,
                        object,
                        object.location(),
                        "UDPRoute does not exist in the mesh",
                        "kubectl apply fails, and a TrafficTarget that names it is ignored as a whole",
                        "remove it: the mesh lets UDP pass as it is"))
                .toList();
    }
}
