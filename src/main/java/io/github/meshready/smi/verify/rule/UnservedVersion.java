package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.Smi;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Policies of a version or kind that the mesh does not serve (cmd/osm-bootstrap/crds). */
final class UnservedVersion implements Rule {

    @Override
    public String id() {
        return "SMI-TT-13";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (KubeObject object : facts.policies().unserved()) {
            if (!object.kind().equals(UdpRoute.KIND)) {
                findings.add(Finding.of(
                        this,
                        Severity.ERROR,
                        object,
                        object.location(),
                        "apiVersion " + Printable.text(object.apiVersion()) + " is not served for this kind",
                        "kubectl apply fails, and with it everything that the policy was to allow",
                        "use TrafficTarget " + Smi.ACCESS_VERSION + ", HTTPRouteGroup and TCPRoute " + Smi.SPECS_VERSION
                                + ", TrafficSplit "
                                + facts.dialect().splitVersions().get(0) + ", IngressBackend and Egress "
                                + facts.dialect().policyVersion()));
            }
        }
        return findings;
    }
}
