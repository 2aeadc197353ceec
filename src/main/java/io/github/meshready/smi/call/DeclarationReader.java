package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.MeshProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the workloads and Services that declared calls name. */
final class DeclarationReader {

    private final Application application;
    private final Map<PortKey, AppProtocol> protocols = new LinkedHashMap<>();

    DeclarationReader(Application application) {
        this.application = application;
    }

    Candidate read(DeclaredCall call) {
        NamedObjects named = new NamedObjects(application, place(call));
        Workload source = named.workload(call.from(), element("from", call.from()));
        Service service = named.service(call.to(), element("to", call.to()));
        if (application.selectedBy(service).isEmpty()) {
            throw problem(call, "Service " + service.name() + " selects no workload", "correct the Service's selector");
        }
        ServicePort port = named.port(service, call.port(), "add <port> with one of: ");
        call.protocol().ifPresent(protocol -> remember(call, service, port, protocol));
        Evidence evidence = new Evidence(
                Evidence.Place.DECLARED,
                call.reason(),
                "",
                false,
                service.name().name() + ":" + port.number(),
                "",
                Optional.empty());
        return new Candidate(source, service, port, Confidence.HIGH, "", false, evidence);
    }

    /** What was declared to be spoken on ports, by the calls that were read. */
    Map<PortKey, AppProtocol> protocols() {
        return protocols;
    }

    private void remember(DeclaredCall call, Service service, ServicePort port, AppProtocol protocol) {
        MeshProtocol written = port.meshProtocol();
        boolean contradicts = written.origin() == MeshProtocol.Origin.APP_PROTOCOL
                && !written.protocol().equals(Optional.of(protocol));
        AppProtocol earlier = protocols.putIfAbsent(PortKey.of(service, port), protocol);
        if (contradicts) {
            throw problem(
                    call,
                    "<protocol>" + protocol + "</protocol> is declared, and Service " + service.name()
                            + " has appProtocol " + port.appProtocol().orElseThrow() + " on that port",
                    "change one of them");
        }
        if (earlier != null && earlier != protocol) {
            throw problem(
                    call,
                    "<protocol>" + protocol + "</protocol> is declared, and " + earlier
                            + " for the same port elsewhere",
                    "change one of them");
        }
    }

    private static String element(String element, String name) {
        return "<" + element + ">" + Printable.text(name) + "</" + element + ">";
    }

    private static String place(DeclaredCall call) {
        return "<call> " + call;
    }

    private static InputException problem(DeclaredCall call, String message, String fix) {
        return new InputException(new InputProblem(place(call), message, fix));
    }
}
