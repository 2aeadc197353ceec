package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.TcpRoute;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Ports that do not fit 16 bits, of which the mesh keeps the lower ones (pkg/catalog/traffictarget.go toUint16Slice). */
final class PortOutOfRange implements Rule {

    @Override
    public String id() {
        return "SMI-TCP-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (TcpRoute route : facts.policies().tcpRoutes().values()) {
            for (TcpRoute.Port port : route.ports()) {
                if (!port.isInRange()) {
                    findings.add(Finding.of(
                            this,
                            Severity.ERROR,
                            route.object(),
                            port.location(),
                            port.written() + " is no port",
                            "the mesh opens port " + port.effective() + " instead",
                            "use a number from 1 to 65535"));
                }
            }
        }
        return findings;
    }
}
