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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the workloads and Services that declared calls name. */
final class DeclarationReader {

    private final Application application;
    private final Map<PortKey, AppProtocol> protocols = new LinkedHashMap<>();

    DeclarationReader(Application application) {
        this.application = application;
    }

    Candidate read(DeclaredCall call) {
        Workload source =
                only(call, "from", call.from(), application.workloads(), Workload::id, DeclarationReader::isNamed);
        Service service = only(
                call,
                "to",
                call.to(),
                application.services(),
                each -> each.name().toString(),
                DeclarationReader::isNamed);
        if (application.selectedBy(service).isEmpty()) {
            throw problem(call, "Service " + service.name() + " selects no workload", "correct the Service's selector");
        }
        ServicePort port = port(call, service);
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

    static boolean isNamed(Workload workload, String name) {
        return name.equals(workload.name())
                || name.equals(workload.objectName().toString())
                || name.equals(workload.kind().kind() + "/" + workload.name())
                || name.equals(workload.id());
    }

    static boolean isNamed(Service service, String name) {
        return name.equals(service.name().name()) || name.equals(service.name().toString());
    }

    static boolean isNamed(ServicePort port, String name) {
        return name.equals(Integer.toString(port.number())) || name.equals(port.name());
    }

    private interface Match<T> {
        boolean test(T candidate, String name);
    }

    private static <T> T only(
            DeclaredCall call, String element, String name, List<T> all, Function<T, String> id, Match<T> match) {
        List<T> found = all.stream().filter(each -> match.test(each, name)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String shown = "<" + element + ">" + Printable.text(name) + "</" + element + ">";
        if (found.isEmpty()) {
            List<String> names = all.stream().map(id).toList();
            String hint = NearestName.hint(name, shortNames(names));
            throw problem(call, shown + " names nothing in the manifests" + hint, "name one of: " + some(names));
        }
        throw problem(
                call,
                shown + " names several",
                "use one of: " + some(found.stream().map(id).toList()));
    }

    private static List<String> shortNames(List<String> ids) {
        return ids.stream().map(id -> id.substring(id.lastIndexOf('/') + 1)).toList();
    }

    private static String some(List<String> names) {
        return String.join(", ", names.stream().sorted().limit(10).toList()) + (names.size() > 10 ? ", ..." : "");
    }

    private ServicePort port(DeclaredCall call, Service service) {
        List<ServicePort> ports = service.tcpPorts().stream()
                .filter(port -> call.port().isEmpty() || isNamed(port, call.port()))
                .toList();
        if (ports.size() == 1) {
            return ports.get(0);
        }
        String numbers = some(service.tcpPorts().stream()
                .map(port -> Integer.toString(port.number()))
                .toList());
        if (ports.isEmpty()) {
            throw problem(
                    call,
                    "Service " + service.name() + " has no TCP port " + Printable.text(call.port()),
                    "use one of: " + numbers);
        }
        throw problem(call, "Service " + service.name() + " has several ports", "add <port> with one of: " + numbers);
    }

    private static InputException problem(DeclaredCall call, String message, String fix) {
        return new InputException(new InputProblem("<call> " + call, message, fix));
    }
}
