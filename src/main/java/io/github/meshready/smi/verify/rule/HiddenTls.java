package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.EnvEntry;
import io.github.meshready.smi.app.Probe;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Ports that the mesh takes for http and whose pods speak TLS (pkg/k8s/client.go; osm#5324). */
final class HiddenTls implements Rule {

    private static final Set<String> SWITCHES = Set.of("SERVER_SSL_ENABLED");
    private static final Set<String> CERTIFICATES =
            Set.of("SERVER_SSL_KEY_STORE", "SERVER_SSL_CERTIFICATE", "SERVER_SSL_BUNDLE", "SERVER_SSL_KEYSTORE");
    private static final String PORT = "SERVER_PORT";

    @Override
    public String id() {
        return "SMI-PROTO-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (!MeshedServices.contains(facts, service)) {
                continue;
            }
            for (ServicePort port : service.tcpPorts()) {
                boolean http = port.meshProtocol()
                        .protocol()
                        .filter(AppProtocol::isHttp)
                        .isPresent();
                if (http && !facts.graph().protocol(service, port).isMisread(port, facts.dialect())) {
                    facts.application().selectedBy(service).stream()
                            .flatMap(workload -> sign(facts, service, port, workload).stream())
                            .findFirst()
                            .ifPresent(sign -> findings.add(finding(service, port, sign)));
                }
            }
        }
        return findings;
    }

    /** What shows that a port of the pods speaks TLS. */
    private static Optional<String> sign(Facts facts, Service service, ServicePort port, Workload workload) {
        OptionalInt target = port.target().on(workload.pod());
        if (target.isEmpty()) {
            return Optional.empty();
        }
        List<Container> running = workload.pod().containers().stream()
                .filter(container -> !container.init())
                .toList();
        boolean asked = running.stream()
                .flatMap(container -> container.probes().stream())
                .anyMatch(probe -> probe.form() == Probe.Form.HTTP
                        && probe.encrypted()
                        && probe.port().on(workload.pod()).equals(target));
        if (asked) {
            return Optional.of("a probe asks over HTTPS");
        }
        boolean onlyPort = running.size() == 1
                && facts.application().servicesOf(workload).size() == 1
                && service.tcpPorts().size() == 1;
        return running.stream()
                .filter(container -> value(container, PORT)
                        .map(number -> number.equals(Integer.toString(target.getAsInt())))
                        .orElse(onlyPort))
                .flatMap(container -> tlsVariable(container).stream())
                .findFirst()
                .map(variable -> "variable " + variable + " switches TLS on");
    }

    private static Optional<String> tlsVariable(Container container) {
        Optional<String> enabled = SWITCHES.stream()
                .flatMap(name -> value(container, name).stream())
                .findFirst();
        if (enabled.isPresent()) {
            return enabled.filter("true"::equalsIgnoreCase)
                    .map(value -> SWITCHES.iterator().next());
        }
        return CERTIFICATES.stream()
                .sorted()
                .filter(name ->
                        value(container, name).filter(value -> !value.isBlank()).isPresent())
                .findFirst();
    }

    private static Optional<String> value(Container container, String variable) {
        return container.env().stream()
                .filter(EnvEntry.Literal.class::isInstance)
                .map(EnvEntry.Literal.class::cast)
                .filter(entry -> entry.name().equals(variable))
                .map(entry -> entry.value().strip())
                .reduce((first, later) -> later);
    }

    private Finding finding(Service service, ServicePort port, String sign) {
        return Finding.of(
                this,
                Severity.WARNING,
                service.object(),
                service.location(port, "appProtocol"),
                "the mesh takes port " + port.number() + " for "
                        + port.meshProtocol().protocol().orElseThrow() + ", and " + sign,
                "sidecars find no HTTP in what callers send encrypted: connections fail, in permissive mode too",
                "set appProtocol: tcp; or let the application speak plain HTTP, as the mesh encrypts it anyway");
    }
}
