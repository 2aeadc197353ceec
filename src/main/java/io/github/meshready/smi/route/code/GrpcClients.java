package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;

/** The stubs of gRPC services that a module's code calls, and which of their methods. */
final class GrpcClients {

    /** Annotations that name a channel, and where its configuration stands. */
    private static final Map<String, String> CHANNELS = Map.of(
            "io.quarkus.grpc.GrpcClient", "quarkus.grpc.clients.",
            "net.devh.boot.grpc.client.inject.GrpcClient", "grpc.client.");

    private final VisibleClasses classes;
    private final GrpcCatalogue catalogue;

    /**
     * A channel.
     *
     * @param name its name
     * @param key the key below which its configuration stands
     */
    private record Channel(String name, String key) {}

    GrpcClients(VisibleClasses classes, GrpcCatalogue catalogue) {
        this.classes = classes;
        this.catalogue = catalogue;
    }

    List<ClientRoutes> clients() {
        SortedMap<String, SortedSet<String>> calls = new TreeMap<>();
        classes.own()
                .calls()
                .forEach((owner, methods) -> stub(owner, methods)
                        .ifPresent(generated -> calls.computeIfAbsent(generated, key -> new TreeSet<>())
                                .addAll(methods)));
        Map<String, List<Channel>> channels = channels();
        channels.keySet().forEach(generated -> calls.computeIfAbsent(generated, key -> new TreeSet<>()));
        List<ClientRoutes> clients = new ArrayList<>();
        calls.forEach((generated, methods) -> {
            Findings findings = findings(generated, methods);
            for (Channel channel : channels.getOrDefault(generated, List.of(new Channel("", "")))) {
                clients.add(new ClientRoutes(
                        generated, channel.name(), channel.key(), findings.routes(), findings.unclear()));
            }
        });
        return clients;
    }

    /** The generated class whose stub code calls or makes, {@code BooksGrpc.newStub}. */
    private Optional<String> stub(String type, Set<String> methods) {
        boolean made = type.endsWith("Grpc")
                && methods.stream().anyMatch(method -> method.startsWith("new") && method.endsWith("Stub"));
        return made ? Optional.of(GrpcNames.wrapped(type).get(0)) : stub(type);
    }

    private Optional<String> stub(String type) {
        return catalogue.generated(type).filter(each -> type.indexOf('$') < 0 || type.endsWith("Stub"));
    }

    /** The channels that fields of the module's classes are given, by the generated class of the stub. */
    private Map<String, List<Channel>> channels() {
        Map<String, List<Channel>> channels = new TreeMap<>();
        for (ClassInfo type : classes.all()) {
            for (FieldInfo field : type.fieldsInDeclarationOrder()) {
                Elements.find(field.declaredAnnotations(), CHANNELS.keySet())
                        .ifPresent(each -> stub(field.type().name().toString())
                                .ifPresent(generated -> add(channel(field, each), generated, channels)));
            }
        }
        return channels;
    }

    private static void add(Channel channel, String generated, Map<String, List<Channel>> channels) {
        List<Channel> known = channels.computeIfAbsent(generated, key -> new ArrayList<>());
        if (!known.contains(channel)) {
            known.add(channel);
        }
    }

    private static Channel channel(FieldInfo field, AnnotationInstance annotation) {
        String written = Elements.text(annotation, "value");
        String name = written.isEmpty() ? field.name() : written;
        return new Channel(name, CHANNELS.get(annotation.name().toString()) + name);
    }

    /** The methods that are called; all where none can be told, because code hands the stub on. */
    private Findings findings(String generated, Set<String> called) {
        Findings findings = new Findings();
        Optional<GrpcService> service = catalogue.service(generated);
        if (service.isEmpty()) {
            findings.unclear("methods of " + generated
                    + ", which the build does not have, nor a .proto file or descriptor that tells them");
            return findings;
        }
        Set<String> spelled = called.stream().map(GrpcService::spelling).collect(Collectors.toSet());
        Set<String> used = service.get().methods().stream()
                .filter(method -> spelled.contains(GrpcService.spelling(method)))
                .collect(Collectors.toSet());
        service.get().routes(generated, method -> used.isEmpty() || used.contains(method), findings);
        return findings;
    }
}
