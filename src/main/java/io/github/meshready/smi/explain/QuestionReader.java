package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.NamedObjects;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.verify.Facts;
import java.util.List;
import java.util.Optional;

/** Finds what a question names, by the same names as declared calls. */
final class QuestionReader {

    private static final String FROM = "smi.from";
    private static final String TO = "smi.to";

    private final Facts facts;
    private final Application application;

    QuestionReader(Facts facts) {
        this.facts = facts;
        this.application = facts.application();
    }

    Question question(ExplainRequest request) {
        Workload client = caller(request.from());
        Service service = called(request.to());
        ServicePort port =
                new NamedObjects(application, TO).port(service, port(request.to()), "add one of these after a colon: ");
        Optional<HttpRequest> asked = RequestText.read(request.request(), request.headers());
        return new Question(new Connection(client, service, port, isToPods(client, service, port)), asked);
    }

    Workload caller(String name) {
        return new NamedObjects(application, FROM).workload(name, quoted(name));
    }

    /** @param name the Service's name, possibly with a port */
    Service called(String name) {
        String wanted = name.substring(0, end(name));
        boolean isService = application.services().stream().anyMatch(each -> NamedObjects.isNamed(each, wanted));
        List<Workload> workloads = application.workloads().stream()
                .filter(each -> NamedObjects.isNamed(each, wanted))
                .toList();
        if (!isService && !workloads.isEmpty()) {
            List<String> services = workloads.stream()
                    .flatMap(each -> application.servicesOf(each).stream())
                    .map(each -> each.name().toString())
                    .distinct()
                    .sorted()
                    .toList();
            throw new InputException(new InputProblem(
                    TO,
                    quoted(wanted) + " names a workload, and calls go to Services",
                    services.isEmpty()
                            ? "no Service selects its pods"
                            : "name one of: " + String.join(", ", services)));
        }
        return application.followed(new NamedObjects(application, TO).service(wanted, quoted(wanted)));
    }

    private static String port(String name) {
        return name.substring(Math.min(name.length(), end(name) + 1));
    }

    private static int end(String name) {
        int colon = name.lastIndexOf(':');
        return colon < 0 ? name.length() : colon;
    }

    private static String quoted(String name) {
        return "\"" + Printable.text(name) + "\"";
    }

    /** A caller that only uses the names of single pods is asked about with these. */
    private boolean isToPods(Workload client, Service service, ServicePort port) {
        return facts.graph().calls().stream()
                .filter(call -> call.source().equals(client)
                        && call.service().equals(service)
                        && call.port().equals(port))
                .anyMatch(call -> call.toPods());
    }
}
