package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.region.RouteSpace;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes that clients use and nobody serves: one of the two has changed. */
final class UnservedUse implements Rule {

    @Override
    public String id() {
        return "SMI-ROUTE-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        RouteBook book = facts.graph().routes();
        for (Call call : facts.graph().calls()) {
            List<Workload> behind = facts.application().selectedBy(call.service());
            if (call.protocol().isHttp()) {
                book.served(behind).map(RouteSpace::of).ifPresent(served -> check(facts, call, served, findings));
            }
        }
        return findings;
    }

    private void check(Facts facts, Call call, RouteSpace served, List<Finding> findings) {
        Optional<UsedRoutes> used = facts.graph().routes().used(call);
        used.stream()
                .flatMap(each -> each.routes().stream())
                .filter(route -> !RouteSpace.of(List.of(route)).overlaps(served))
                .map(route -> finding(
                        facts, call, route.described() + " (" + used.get().source() + ")"))
                .forEach(findings::add);
        call.evidence().stream()
                .filter(piece -> !served.hasPathsFrom(piece.path()))
                .map(piece -> finding(facts, call, Printable.text(piece.path()) + " (" + piece.described() + ")"))
                .distinct()
                .forEach(findings::add);
    }

    /** Where a scan did not see all that is served, the route may be part of that. */
    private Finding finding(Facts facts, Call call, String route) {
        boolean sure = facts.application().selectedBy(call.service()).stream()
                .flatMap(workload -> facts.graph().routes().served(workload).stream())
                .allMatch(served -> served.uncovered().isEmpty());
        return Finding.of(
                this,
                sure ? Severity.WARNING : Severity.INFO,
                call.source().object(),
                call.location(),
                "its call " + call.described() + " uses " + route + ", and nobody behind Service "
                        + call.service().name() + " serves that",
                "the server answers 404, and policies made of its routes do not allow it",
                "correct the client or the server; if it is served, name it in <routes>");
    }
}
