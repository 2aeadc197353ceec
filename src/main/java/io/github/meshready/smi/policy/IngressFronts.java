package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Exposure;
import io.github.meshready.smi.app.ExposureFinder;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.call.NamedObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the Services that declarations name, and what is exposed beside them. */
final class IngressFronts {

    private static final String NAMED = "named in <ingress>";

    private final Application application;
    private final List<Exposure> exposed;

    IngressFronts(Application application) {
        this.application = application;
        this.exposed = new ExposureFinder(application).find();
    }

    List<IngressFront> resolve(List<DeclaredIngress> declared) {
        return declared.stream()
                .map(each -> new IngressFront(
                        each, each.to().stream().map(text -> target(each, text)).toList()))
                .toList();
    }

    /** {@code name}, {@code namespace/name}, and either with {@code :port}, by number or name. */
    private IngressFront.Target target(DeclaredIngress declared, String text) {
        NamedObjects named = new NamedObjects(application, "<ingress> " + declared);
        int colon = text.indexOf(':');
        String shown = "<to>" + text + "</to>";
        Service service = named.service(colon < 0 ? text : text.substring(0, colon), shown);
        boolean isExposed = exposed.stream().anyMatch(each -> each.service().equals(service));
        if (colon < 0 && isExposed) {
            return new IngressFront.Target(service, Optional.empty());
        }
        String port = colon < 0 ? "" : text.substring(colon + 1);
        return new IngressFront.Target(
                service, Optional.of(named.port(service, port, "name the port behind a colon, one of: ")));
    }

    /** What the manifests expose, and what the declarations name besides. */
    List<Exposure> exposures(List<IngressFront> fronts) {
        List<Exposure> all = new ArrayList<>(exposed);
        fronts.stream()
                .flatMap(front -> front.to().stream())
                .distinct()
                .flatMap(target -> target.port().stream()
                        .filter(port -> !isExposed(target.service(), port))
                        .map(port -> new Exposure(target.service(), List.of(port), Exposure.Way.PROXY, NAMED)))
                .forEach(all::add);
        return all;
    }

    private boolean isExposed(Service service, ServicePort port) {
        return exposed.stream()
                .filter(each -> each.service().equals(service))
                .flatMap(each -> each.ports().stream())
                .anyMatch(port::equals);
    }
}
