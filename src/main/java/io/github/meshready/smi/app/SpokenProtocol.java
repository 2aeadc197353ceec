package io.github.meshready.smi.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is really spoken on a port, as far as names, probes, images and well-known numbers tell.
 *
 * @param protocol the protocol
 * @param why what tells it, for messages
 */
public record SpokenProtocol(AppProtocol protocol, String why) {

    private static final Set<String> ATTACHED = Set.of("exporter", "metrics", "ui", "admin", "web");

    /** What the port's name says, on the Service or on the container. */
    static Optional<SpokenProtocol> byName(ServicePort port, List<Workload> behind) {
        Stream<SpokenProtocol> declared = behind.stream()
                .flatMap(workload -> workload.pod().containers().stream()
                        .flatMap(container -> container.ports().stream())
                        .filter(each -> OptionalInt.of(each.number())
                                .equals(port.target().on(workload.pod())))
                        .flatMap(each -> ofName("container port name", each.name()).stream()));
        return Stream.concat(
                        Stream.of(port.name(), port.target().name())
                                .flatMap(name -> ofName("port name", name).stream()),
                        declared)
                .findFirst();
    }

    private static Optional<SpokenProtocol> ofName(String kind, String name) {
        List<String> words = List.of(name.split("-", -1));
        Stream<String> telling = words.stream().filter(ATTACHED::contains);
        return Stream.concat(telling, words.stream())
                .flatMap(word -> UsualProtocols.ofWord(word).stream())
                .findFirst()
                .map(protocol -> new SpokenProtocol(protocol, kind + " " + name));
    }

    /** What the kubelet speaks on the port of the pods. */
    static Optional<SpokenProtocol> byProbe(ServicePort port, List<Workload> behind) {
        return behind.stream()
                .map(Workload::pod)
                .flatMap(pod -> pod.containers().stream()
                        .flatMap(container -> container.probes().stream())
                        .filter(probe -> port.target().on(pod).isPresent()
                                && probe.port().on(pod).equals(port.target().on(pod))))
                .filter(probe -> probe.occasion().isProbe())
                .flatMap(probe -> probe.protocol().stream())
                .max(Comparator.comparing(protocol -> protocol == AppProtocol.GRPC))
                .map(protocol -> new SpokenProtocol(protocol, "a probe"));
    }

    /** What the pods are told to serve on the number: {@code SERVER_PORT=8085}. */
    static Optional<SpokenProtocol> byVariable(ServicePort port, List<Workload> behind) {
        return behind.stream()
                .flatMap(workload -> workload.pod().containers().stream()
                        .flatMap(container -> container.env().stream())
                        .filter(EnvEntry.Literal.class::isInstance)
                        .map(EnvEntry.Literal.class::cast)
                        .filter(variable -> port.target().on(workload.pod()).isPresent()
                                && variable.value()
                                        .strip()
                                        .equals(Integer.toString(
                                                port.target().on(workload.pod()).getAsInt()))))
                .flatMap(variable -> UsualProtocols.ofServerVariable(variable.name())
                        .map(protocol -> new SpokenProtocol(protocol, "env " + variable.name()))
                        .stream())
                .findFirst();
    }

    /** What the port's usual use says: the number that the pods listen on, else the one that clients dial. */
    static Optional<SpokenProtocol> byNumber(ServicePort port, List<Workload> behind) {
        Stream<Integer> targets = behind.stream()
                .flatMap(workload -> port.target().on(workload.pod()).stream().boxed());
        // Procedures are called over HTTP by some and over gRPC by others, whatever else the number is usual for.
        boolean rpc = List.of(port.name().split("-", -1)).contains("rpc");
        return Stream.concat(targets, Stream.of(port.number()))
                .filter(number -> !rpc)
                .flatMap(number ->
                        UsualProtocols.ofNumber(number)
                                .map(protocol -> new SpokenProtocol(protocol, "port " + number))
                                .stream())
                .findFirst();
    }

    /** What a number is usually for. */
    public static Optional<AppProtocol> usual(int number) {
        return UsualProtocols.ofNumber(number);
    }

    /** What the images of the containers behind the port say. */
    static Optional<SpokenProtocol> byImage(ServicePort port, List<Workload> behind) {
        return behind.stream()
                .flatMap(workload -> listener(port, workload.pod()).stream())
                .flatMap(container -> product(container.image()).stream())
                .findFirst();
    }

    /** The container that declares the port; where none does, the only one: of several, each may be a helper. */
    private static Optional<Container> listener(ServicePort port, PodTemplate pod) {
        List<Container> running =
                pod.containers().stream().filter(container -> !container.init()).toList();
        OptionalInt target = port.target().on(pod);
        return running.stream()
                .filter(container -> container.ports().stream()
                        .anyMatch(declared -> target.isPresent() && declared.number() == target.getAsInt()))
                .findFirst()
                .or(() -> running.size() == 1 ? Optional.of(running.get(0)) : Optional.empty());
    }

    /** The known product that an image reference names in one of its last two parts. */
    private static Optional<SpokenProtocol> product(String image) {
        int digest = image.indexOf('@');
        String[] parts = (digest < 0 ? image : image.substring(0, digest)).split("/", -1);
        for (int i = parts.length - 1; i >= Math.max(0, parts.length - 2); i--) {
            int tag = parts[i].indexOf(':');
            String name = tag < 0 ? parts[i] : parts[i].substring(0, tag);
            Optional<AppProtocol> protocol = UsualProtocols.ofProduct(name);
            if (protocol.isPresent()) {
                return Optional.of(new SpokenProtocol(protocol.get(), "image " + name));
            }
        }
        return Optional.empty();
    }

    /**
     * The best guess for a port.
     *
     * @param behind the workloads that the Service selects
     * @return empty if nothing tells, which leaves the mesh's own default
     */
    public static Optional<SpokenProtocol> of(ServicePort port, List<Workload> behind) {
        Optional<SpokenProtocol> number = byNumber(port, behind);
        return byName(port, behind)
                .or(() -> byProbe(port, behind))
                .or(() -> byVariable(port, behind))
                .or(() -> number.filter(found -> found.protocol().isHttp()))
                .or(() -> byImage(port, behind))
                .or(() -> number);
    }
}
