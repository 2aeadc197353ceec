package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.NearestName;
import io.github.meshready.smi.manifest.Printable;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Finds the workloads, Services and ports that somebody names; where a name fits none or several, says which exist. */
public final class NamedObjects {

    private static final int SHOWN = 10;

    private final Application application;
    private final String place;

    /** @param place where the names stand, for messages */
    public NamedObjects(Application application, String place) {
        this.application = application;
        this.place = place;
    }

    /** @param shown the name as messages show it */
    public Workload workload(String name, String shown) {
        return only(name, shown, application.workloads(), Workload::id, NamedObjects::isNamed);
    }

    /** @param shown the name as messages show it */
    public Service service(String name, String shown) {
        return only(name, shown, application.services(), each -> each.name().toString(), NamedObjects::isNamed);
    }

    /**
     * A TCP port of a Service, by number or name; its only one if none is named.
     *
     * @param add how to name a port, for messages
     */
    public ServicePort port(Service service, String name, String add) {
        List<ServicePort> ports = service.tcpPorts().stream()
                .filter(port -> name.isEmpty() || isNamed(port, name))
                .toList();
        if (ports.size() == 1) {
            return ports.get(0);
        }
        String numbers = some(service.tcpPorts().stream()
                .map(port -> Integer.toString(port.number()))
                .toList());
        if (ports.isEmpty()) {
            throw problem(
                    "Service " + service.name() + " has no TCP port " + Printable.text(name), "use one of: " + numbers);
        }
        throw problem("Service " + service.name() + " has several ports", add + numbers);
    }

    public static boolean isNamed(Workload workload, String name) {
        return name.equals(workload.name())
                || name.equals(workload.objectName().toString())
                || name.equals(workload.kind().kind() + "/" + workload.name())
                || name.equals(workload.id());
    }

    public static boolean isNamed(Service service, String name) {
        return name.equals(service.name().name()) || name.equals(service.name().toString());
    }

    static boolean isNamed(ServicePort port, String name) {
        return name.equals(Integer.toString(port.number())) || name.equals(port.name());
    }

    private <T> T only(String name, String shown, List<T> all, Function<T, String> id, BiPredicate<T, String> match) {
        List<T> found = all.stream().filter(each -> match.test(each, name)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> names = all.stream().map(id).toList();
            String hint = NearestName.hint(name, shortNames(names));
            throw problem(
                    shown + " names nothing in the manifests" + hint,
                    names.isEmpty() ? "there is none to name; add it to the manifests" : "name one of: " + some(names));
        }
        throw problem(
                shown + " names several",
                "use one of: " + some(found.stream().map(id).toList()));
    }

    private static List<String> shortNames(List<String> ids) {
        return ids.stream().map(id -> id.substring(id.lastIndexOf('/') + 1)).toList();
    }

    private static String some(List<String> names) {
        return String.join(", ", names.stream().sorted().limit(SHOWN).toList()) + (names.size() > SHOWN ? ", ..." : "");
    }

    private InputException problem(String message, String fix) {
        return new InputException(new InputProblem(place, message, fix));
    }
}
