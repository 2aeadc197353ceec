package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.jandex.ClassInfo;

/** Classes that implement gRPC services: they extend what grpc-java, its Kotlin and reactive variants or Quarkus generate. */
final class GrpcServers implements Server {

    private static final List<String> BASES = List.of("ImplBase", "$AsyncService");

    private static final Set<String> WITH_HEALTH =
            Set.of("io.quarkus.grpc.GrpcService", "net.devh.boot.grpc.server.service.GrpcService");

    private static final List<String> REFLECTION_METHOD = List.of("ServerReflectionInfo");

    /** Services that a library has ready, by the class that code names to serve them. */
    private static final Map<String, GrpcService> READY = Map.of(
            "io.grpc.protobuf.services.HealthStatusManager",
            GrpcCatalogue.HEALTH,
            "io.grpc.services.HealthStatusManager",
            GrpcCatalogue.HEALTH,
            "io.grpc.protobuf.services.ProtoReflectionService",
            new GrpcService("grpc.reflection.v1alpha.ServerReflection", Set.copyOf(REFLECTION_METHOD)),
            "io.grpc.protobuf.services.ProtoReflectionServiceV1",
            new GrpcService("grpc.reflection.v1.ServerReflection", Set.copyOf(REFLECTION_METHOD)));

    private final VisibleClasses classes;
    private final GrpcCatalogue catalogue;

    GrpcServers(VisibleClasses classes, GrpcCatalogue catalogue) {
        this.classes = classes;
        this.catalogue = catalogue;
    }

    @Override
    public void read(ClassInfo type, Findings findings) {
        String name = type.name().toString();
        boolean generated =
                type.interfaceNames().stream().anyMatch(each -> each.toString().startsWith("io.quarkus.grpc.Mutiny"));
        if (type.isInterface() || type.isAbstract() || generated) {
            return;
        }
        SortedSet<String> services = new TreeSet<>();
        for (String above : new Lineage(type, classes).names()) {
            catalogue
                    .generated(above)
                    .filter(each -> above.indexOf('$') < 0 || BASES.stream().anyMatch(above::endsWith))
                    .ifPresent(services::add);
        }
        for (String each : services) {
            Optional<GrpcService> service = catalogue.service(each);
            service.ifPresentOrElse(
                    found -> found.routes(name, method -> true, findings),
                    () -> findings.unclear("gRPC service " + name + ": the build has neither " + each
                            + " nor a .proto file or descriptor that tells its methods"));
        }
        if (!services.isEmpty()
                && Elements.find(type.declaredAnnotations(), WITH_HEALTH).isPresent()) {
            GrpcCatalogue.HEALTH.routes(name, method -> true, findings);
        }
    }

    /** Adds the services that libraries have ready and the module's code names. */
    void ready(Findings findings) {
        READY.forEach((type, service) -> {
            if (classes.own().used().contains(type)) {
                service.routes(type, method -> true, findings);
            }
        });
    }
}
