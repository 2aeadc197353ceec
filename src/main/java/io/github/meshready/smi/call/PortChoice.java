package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which port of a Service an address means that may not name one. */
final class PortChoice {

    /** What ports beside the one that clients are for are called. */
    private static final Set<String> ASIDE = Set.of(
            "ACTUATOR",
            "ADMIN",
            "DEBUG",
            "EXPORTER",
            "HEALTH",
            "HEALTHCHECK",
            "HEALTHZ",
            "JMX",
            "MANAGEMENT",
            "METRICS",
            "MGMT",
            "MONITORING",
            "PPROF",
            "PROBE",
            "PROMETHEUS",
            "TELEMETRY");

    /** What ports are called on which the pods of a cluster talk to each other. */
    private static final Set<String> PEERS = Set.of(
            "CLUSTER",
            "GOSSIP",
            "INTER",
            "INTERNAL",
            "INTERNODE",
            "INTRA",
            "PEER",
            "PEERS",
            "RAFT",
            "SERF",
            "TRANSPORT");

    private final Service service;
    private final List<Workload> behind;
    private final Mention mention;

    /**
     * A port.
     *
     * @param port the port
     * @param confidence how sure it is to be meant
     * @param instead the port that the address means by itself, where the Service does not have that one
     */
    record Choice(ServicePort port, Confidence confidence, OptionalInt instead) {}

    /**
     * @param behind the workloads that the Service selects
     * @param mention what names the Service
     */
    PortChoice(Service service, List<Workload> behind, Mention mention) {
        this.service = service;
        this.behind = behind;
        this.mention = mention;
    }

    /** The named port, else the scheme's default, else the only one, else what names and products tell. */
    Optional<Choice> of(Address address) {
        if (!address.portName().isEmpty()) {
            return sure(service.tcpPort(address.portName()));
        }
        if (address.port().isPresent()) {
            return sure(service.tcpPort(address.port().getAsInt()));
        }
        OptionalInt usual = Schemes.defaultPort(address.scheme());
        Optional<ServicePort> byScheme = usual.isPresent() ? service.tcpPort(usual.getAsInt()) : Optional.empty();
        if (byScheme.isPresent()) {
            return sure(byScheme);
        }
        List<ServicePort> all = service.tcpPorts();
        if (all.size() == 1) {
            // Dialled as written, a scheme's default reaches nothing: the port must be added somewhere.
            Confidence confidence = usual.isPresent() ? Confidence.MEDIUM : Confidence.HIGH;
            return Optional.of(new Choice(all.get(0), confidence, usual));
        }
        List<ServicePort> fitting = fitting(address.scheme(), all);
        Optional<ServicePort> ofPeers =
                behind.contains(mention.source()) ? only(all, port -> isCalled(port, PEERS)) : Optional.empty();
        return ofPeers.or(() -> only(fitting, besideHost()))
                .or(() -> ofProduct(fitting))
                .or(() -> only(fitting, port -> !isCalled(port, ASIDE)))
                .map(port -> new Choice(port, Confidence.MEDIUM, usual));
    }

    private static Optional<Choice> sure(Optional<ServicePort> port) {
        return port.map(found -> new Choice(found, Confidence.HIGH, OptionalInt.empty()));
    }

    /** The ports that may speak what the scheme says; all if none is known to. */
    private List<ServicePort> fitting(String scheme, List<ServicePort> all) {
        Optional<AppProtocol> wanted = Schemes.protocol(scheme);
        List<ServicePort> fitting = all.stream()
                .filter(port -> wanted.isEmpty() || speaks(port, wanted.get()))
                .toList();
        return fitting.isEmpty() ? all : fitting;
    }

    private boolean speaks(ServicePort port, AppProtocol wanted) {
        PortProtocol spoken = PortProtocol.of(port, Set.of(), behind);
        return wanted.isHttp()
                ? spoken.protocol() == wanted
                : !spoken.isKnown() || !spoken.protocol().isHttp();
    }

    private Predicate<ServicePort> besideHost() {
        Set<Integer> numbers = Siblings.ports(mention);
        return port -> numbers.contains(port.number());
    }

    private Optional<ServicePort> ofProduct(List<ServicePort> ports) {
        Stream<Integer> byKey = ProductPorts.ofKey(KeyHint.words(mention.key())).stream();
        Stream<Integer> byImage = behind.stream()
                .flatMap(workload -> workload.pod().containers().stream())
                .flatMap(container -> ProductPorts.ofImage(container.image()).stream());
        return Stream.concat(byKey, byImage)
                .flatMap(number -> ports.stream().filter(port -> port.number() == number))
                .findFirst();
    }

    private static boolean isCalled(ServicePort port, Set<String> words) {
        return Stream.of(port.name(), port.target().name())
                .flatMap(name -> KeyHint.words(name).stream())
                .anyMatch(words::contains);
    }

    private static Optional<ServicePort> only(List<ServicePort> ports, Predicate<ServicePort> chosen) {
        List<ServicePort> left = ports.stream().filter(chosen).toList();
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }
}
