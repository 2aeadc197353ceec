package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.RouteRequests;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Calls that pass, with routes among those that they use that do not (OSM v1.2.4, pkg/catalog/inbound_traffic_policies.go). */
final class UsedRouteRefused implements Rule {

    @Override
    public String id() {
        return "SMI-ROUTE-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (CallDecision each : facts.decisions()) {
            Call call = each.call();
            if (each.decision().isAllowed() && call.protocol().isHttp()) {
                facts.graph().routes().used(call).ifPresent(used -> check(facts, call, used, findings));
            }
        }
        return findings;
    }

    private void check(Facts facts, Call call, UsedRoutes used, List<Finding> findings) {
        Connection connection = new Connection(call.source(), call.service(), call.port(), call.toPods());
        Set<String> refused = new LinkedHashSet<>();
        used.routes().stream()
                .flatMap(route -> RouteRequests.of(route).stream())
                .distinct()
                .forEach(request -> {
                    Decision decision = facts.mesh().decide(connection, request);
                    if (!decision.isAllowed() && refused.add(request.toString())) {
                        findings.add(finding(call, used, request, decision));
                    }
                });
    }

    private Finding finding(Call call, UsedRoutes used, HttpRequest request, Decision decision) {
        return Finding.of(
                this,
                Severity.ERROR,
                call.source().object(),
                call.location(),
                "its call " + call.described() + " uses " + request.method() + " " + request.path() + " ("
                        + used.source() + "), and that is refused",
                decision.reason(),
                "run smi:generate, or add the route to a TrafficTarget from "
                        + call.source().account());
    }
}
