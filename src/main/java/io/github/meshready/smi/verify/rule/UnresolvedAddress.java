package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.call.Unresolved;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.Optional;

/** Addresses in the cluster that lead to no port of a Service, so that nothing can be said of the call. */
final class UnresolvedAddress implements Rule {

    @Override
    public String id() {
        return "SMI-CALL-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.graph().unresolved().stream()
                .filter(each -> each.reason() != Unresolved.Reason.EXTERNAL)
                .filter(each -> facts.mesh().membership().outside(each.source()).isEmpty())
                .map(this::finding)
                .toList();
    }

    private Finding finding(Unresolved unresolved) {
        return Finding.of(
                this,
                Severity.WARNING,
                unresolved.source().object(),
                unresolved
                        .evidence()
                        .location()
                        .orElse(unresolved.source().object().location()),
                "is told to call " + Printable.text(unresolved.address().toString()) + " ("
                        + unresolved.evidence().described() + "), but " + unresolved.explanation(),
                unresolved.reason() == Unresolved.Reason.PORT_ASSUMED
                        ? "as it is written, the call reaches nothing, unless a port is added somewhere"
                        : "no policy allows the call, and whether it works is not decided here",
                fix(unresolved));
    }

    private static String fix(Unresolved unresolved) {
        String ignore = "if it is no call: "
                + Snippets.ignoredCall(unresolved.source(), unresolved.address().host());
        Optional<Service> service = unresolved.service();
        return switch (unresolved.reason()) {
            case PORT_UNCLEAR ->
                "declare what is called: " + Snippets.call(unresolved.source(), service.orElseThrow(), "PORT") + "; "
                        + ignore;
            case PORT_ASSUMED ->
                "add the port to the address; if it is added elsewhere: "
                        + Snippets.call(unresolved.source(), service.orElseThrow(), "PORT") + "; " + ignore;
            case NO_SUCH_PORT -> "correct the port; " + ignore;
            case NO_PODS -> "correct the Service's selector, or add its workload to the manifests; " + ignore;
            case NO_SUCH_SERVICE, EXTERNAL ->
                "correct the name, add the Service to the manifests, or declare the call; " + ignore;
        };
    }
}
