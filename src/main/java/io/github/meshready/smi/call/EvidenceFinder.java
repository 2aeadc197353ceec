package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.DnsName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.call.AddressReader.Sighting;
import io.github.meshready.smi.call.Unresolved.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Goes through everything that the workloads are given and finds the Services that they are told to call. */
final class EvidenceFinder {

    private final Application application;
    private final NameResolver resolver;
    private final NearestService nearest;
    private final OwnHosts ownHosts;
    private final AddressReader addresses = new AddressReader();
    private final List<Detector> detectors;

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Unresolved> unresolved = new ArrayList<>();

    /**
     * @param modules the modules that become workloads
     * @param libraries what they use of others
     */
    EvidenceFinder(Application application, List<ParsedModule> modules, LibraryClasses libraries) {
        this.application = application;
        this.resolver = new NameResolver(application);
        this.nearest = new NearestService(application);
        this.ownHosts = new OwnHosts(application);
        this.detectors = List.of(
                new EnvDetector(new UnreadKeys(application, modules)),
                new ArgumentDetector(),
                new FileDetector(application),
                new AnnotationDetector(),
                new ResourceDetector(application, modules, libraries),
                new SpringConfigDetector(application));
    }

    void search() {
        for (Workload workload : application.workloads()) {
            for (Container container : workload.pod().containers()) {
                Environment environment = new Environment(application, workload, container);
                detectors.forEach(detector -> detector.detect(workload, container, environment, this::read));
            }
        }
    }

    List<Candidate> candidates() {
        return candidates;
    }

    List<Unresolved> unresolved() {
        return unresolved;
    }

    private void read(Mention mention) {
        List<Sighting> sightings = addresses.read(mention).stream()
                .map(sighting -> completed(mention, sighting))
                .collect(Collectors.toCollection(ArrayList::new));
        inNamespace(mention).ifPresent(sightings::add);
        long ownPods = sightings.stream()
                .filter(sighting -> isOwnPod(mention.source(), sighting.address()))
                .count();
        sightings.forEach(sighting -> resolve(mention, sighting, ownPods > 1));
    }

    /** Adds what stands beside a host: its port, and its namespace where the host alone leads nowhere. */
    private Sighting completed(Mention mention, Sighting sighting) {
        Address address = sighting.address();
        if (address.port().isEmpty() && address.portName().isEmpty()) {
            OptionalInt port = Siblings.port(mention).map(HostText::port).orElse(OptionalInt.empty());
            address = port.isPresent() ? address.withPort(port) : address;
        }
        Optional<String> namespace = address.host().indexOf('.') < 0 ? Siblings.namespace(mention) : Optional.empty();
        boolean unknown =
                resolver.resolve(address.host(), mention.source().namespace()) instanceof Resolution.NoSuchService;
        if (unknown && namespace.filter(DnsName::isLabel).isPresent()) {
            address = address.withHost(address.host() + "." + namespace.get());
        }
        if (address.scheme().isEmpty() && KeyHint.saysGrpc(mention.key())) {
            address = address.withScheme("grpc");
        }
        return sighting.with(address);
    }

    /** Where only a namespace is told, a Service named like the variable is what is called there, if there is one. */
    private Optional<Sighting> inNamespace(Mention mention) {
        return Siblings.hostOfNamespace(mention)
                .map(host -> new Address(host + "." + mention.value().strip(), OptionalInt.empty(), ""))
                .filter(address -> DnsName.isLabel(mention.value().strip())
                        && resolver.resolve(address.host(), mention.source().namespace())
                                instanceof Resolution.Found found
                        && !found.pod())
                .map(address -> new Sighting(address, Confidence.MEDIUM, false));
    }

    private boolean isOwnPod(Workload source, Address address) {
        return resolver.resolve(address.host(), source.namespace()) instanceof Resolution.Found found
                && found.pod()
                && application.selectedBy(found.service()).contains(source);
    }

    /** {@code db-0} of StatefulSet db: what a pod is called among its peers, not a name that leads to it. */
    private static boolean isOwnPodName(Workload source, Address address) {
        String prefix = source.name() + "-";
        return source.kind() == WorkloadKind.STATEFUL_SET
                && address.host().startsWith(prefix)
                && address.host().substring(prefix.length()).chars().allMatch(Character::isDigit);
    }

    /** @param listsPeers whether the text names several pods of the caller's own Service */
    private void resolve(Mention mention, Sighting sighting, boolean listsPeers) {
        Address address = sighting.address();
        Resolution resolution =
                resolver.resolve(address.host(), mention.source().namespace());
        if (resolution instanceof Resolution.Found found) {
            found(mention, sighting, found, listsPeers);
        } else if (resolution instanceof Resolution.NoSuchService missing
                && !missing.wanted().equals(ApiClients.SERVICE)
                && !isOwnPodName(mention.source(), address)) {
            // What a module says for want of a variable may be meant for other places than this one.
            boolean isMeant = sighting.printable() && !isOfModule(mention);
            boolean worth = isWorthReporting(mention, sighting) && mention.place() != Evidence.Place.CODE;
            String hint = worth ? nearest.hint(missing.wanted()) : "";
            if (worth && (isMeant || !hint.isEmpty())) {
                String explanation = missing.wanted().namespace().isEmpty()
                        ? "that name lacks a namespace before svc" + hint
                        : "no manifest defines a Service " + missing.wanted() + hint;
                report(mention, address, Reason.NO_SUCH_SERVICE, explanation);
            }
        } else if (resolution instanceof Resolution.External
                && isWorthReporting(mention, sighting)
                && mention.place() != Evidence.Place.CODE
                && !KeyHint.isLink(mention.key())
                && !ownHosts.contains(mention.source(), address.host())) {
            external(mention, sighting);
        }
    }

    /** Of what stands in a Secret it is only said that there is something. */
    private void external(Mention mention, Sighting sighting) {
        boolean hidden = mention.origin().isSecret() && sighting.confidence() == Confidence.HIGH;
        if (sighting.printable() || hidden) {
            report(
                    mention,
                    sighting.printable() ? sighting.address() : Address.HIDDEN,
                    Reason.EXTERNAL,
                    "outside of the cluster");
        }
    }

    private static boolean isOfModule(Mention mention) {
        return mention.place() == Evidence.Place.RESOURCE || mention.place() == Evidence.Place.CODE;
    }

    /** A word that only might be a host says nothing if no Service has its name. */
    private static boolean isWorthReporting(Mention mention, Sighting sighting) {
        return sighting.confidence() != Confidence.LOW
                && !mention.place().isOnlySuggestive()
                && !mention.value().isBlank();
    }

    private void found(Mention mention, Sighting sighting, Resolution.Found found, boolean listsPeers) {
        List<Workload> behind = application.selectedBy(found.service());
        boolean ownAlone = behind.equals(List.of(mention.source()));
        boolean peers = KeyHint.namesPeers(mention.key());
        if (!ownAlone || peers && found.service().headless() && !found.pod()) {
            call(mention, sighting, found, sighting.confidence());
        } else if (found.pod()) {
            // One pod's name is what this one is known by; several are its peers.
            call(mention, sighting, found, listsPeers || peers ? sighting.confidence() : Confidence.LOW);
        }
        // Else its own Service: what it listens on or is known by, not a call.
    }

    private void call(Mention mention, Sighting sighting, Resolution.Found found, Confidence confidence) {
        Service service = found.service();
        Address address = sighting.address();
        if (service.leadsElsewhere()) {
            elsewhere(mention, address, service);
            return;
        }
        List<Workload> behind = application.selectedBy(service);
        if (behind.isEmpty()) {
            report(
                    mention,
                    address,
                    Optional.of(service),
                    Reason.NO_PODS,
                    "Service " + service.name() + " selects no workload of the manifests");
            return;
        }
        Optional<PortChoice.Choice> choice = new PortChoice(service, behind, mention).of(address);
        if (choice.isPresent()) {
            candidates.add(new Candidate(
                    mention.source(),
                    service,
                    choice.get().port(),
                    mention.place().isOnlySuggestive() || SwitchedOff.isOne(mention)
                            ? Confidence.LOW
                            : confidence.and(choice.get().confidence()),
                    address.scheme(),
                    found.pod(),
                    mention.evidence(address)
                            .with(sighting.path().isEmpty() ? ScrapePath.of(mention) : sighting.path())));
            OptionalInt instead = choice.get().instead();
            if (instead.isPresent() && confidence != Confidence.LOW && !isOfModule(mention)) {
                report(
                        mention,
                        address,
                        Optional.of(service),
                        Reason.PORT_ASSUMED,
                        "Service " + service.name() + " has no TCP port " + instead.getAsInt() + ", which "
                                + address.scheme() + ":// means; port "
                                + choice.get().port().number() + " is allowed instead");
            }
        } else if (!address.portName().isEmpty()) {
            return; // host:word is many other things as well, an image with its tag above all
        } else if (address.port().isPresent()) {
            report(
                    mention,
                    address,
                    Optional.of(service),
                    Reason.NO_SUCH_PORT,
                    "Service " + service.name() + " has no TCP port "
                            + address.port().getAsInt());
        } else {
            report(
                    mention,
                    address,
                    Optional.of(service),
                    Reason.PORT_UNCLEAR,
                    "Service " + service.name() + " has several TCP ports and nothing says which is called");
        }
    }

    /** What stands behind an alias or a Service without selector is not the mesh's (osm#5284). */
    private void elsewhere(Mention mention, Address address, Service service) {
        boolean only = address.port().isEmpty() && service.tcpPorts().size() == 1;
        Address whole =
                only ? address.withPort(OptionalInt.of(service.tcpPorts().get(0).number())) : address;
        boolean wrongPort = !service.isAlias()
                && whole.port().isPresent()
                && service.tcpPort(whole.port().getAsInt()).isEmpty();
        report(
                mention,
                whole,
                Optional.of(service),
                wrongPort ? Reason.NO_SUCH_PORT : Reason.EXTERNAL,
                wrongPort
                        ? "Service " + service.name() + " has no TCP port "
                                + whole.port().getAsInt()
                        : "Service " + service.name()
                                + (service.isAlias() ? " is an alias (ExternalName)" : " has no selector"));
    }

    private void report(Mention mention, Address address, Reason reason, String explanation) {
        report(mention, address, Optional.empty(), reason, explanation);
    }

    private void report(
            Mention mention, Address address, Optional<Service> service, Reason reason, String explanation) {
        boolean shown = mention.place() == Evidence.Place.CONTENT || KeyHint.of(mention.key()) == KeyHint.INBOUND;
        if (!shown) { // else nobody calls it anyway
            unresolved.add(
                    new Unresolved(mention.source(), address, service, reason, explanation, mention.evidence(address)));
        }
    }
}
