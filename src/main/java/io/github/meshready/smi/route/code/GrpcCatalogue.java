package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/**
 * Finds gRPC services by the classes that generators make of them: {@code BooksGrpc} has a method for each of the service's, with
 * {@code @RpcMethod} (grpc-java, java_generator.cpp); where the build does not have that class, descriptors and .proto files tell.
 */
final class GrpcCatalogue {

    private static final DotName RPC_METHOD = DotName.createSimple("io.grpc.stub.annotations.RpcMethod");
    private static final DotName MUTINY_SERVICE = DotName.createSimple("io.quarkus.grpc.MutinyService");

    static final GrpcService HEALTH = new GrpcService("grpc.health.v1.Health", Set.of("Check", "Watch"));

    /** Libraries bring these along. */
    private static final Map<String, GrpcService> KNOWN = Map.of("io.grpc.health.v1.HealthGrpc", HEALTH);

    private final VisibleClasses classes;
    private final Supplier<List<GrpcService>> declared;

    /** @param declared the services that files declare, asked for only where classes do not tell */
    GrpcCatalogue(VisibleClasses classes, Supplier<List<GrpcService>> declared) {
        this.classes = classes;
        this.declared = declared;
    }

    /**
     * The name of the generated class that a type belongs to, {@code shop.BooksGrpc} of {@code shop.BooksGrpc$BooksImplBase} and of
     * {@code shop.BooksGrpcKt$BooksCoroutineStub}.
     */
    Optional<String> generated(String type) {
        int nested = type.indexOf('$');
        if (nested >= 0) {
            return Optional.of(type.substring(0, nested))
                    .filter(GrpcNames::isGenerated)
                    .map(outer -> GrpcNames.wrapped(outer).get(0));
        }
        return classes.find(type)
                .filter(ClassInfo::isInterface)
                .filter(each -> each.interfaceNames().contains(MUTINY_SERVICE))
                .map(each -> type + "Grpc");
    }

    /** The service that a generated class is made of. */
    Optional<GrpcService> service(String generated) {
        List<String> names = GrpcNames.wrapped(generated);
        return names.stream()
                .flatMap(name ->
                        Optional.ofNullable(KNOWN.get(name))
                                .or(() -> classes.find(name).flatMap(GrpcCatalogue::told))
                                .stream())
                .findFirst()
                .or(() ->
                        names.stream().flatMap(name -> declared(name).stream()).findFirst());
    }

    private static Optional<GrpcService> told(ClassInfo generated) {
        Set<String> methods = new TreeSet<>();
        String service = "";
        for (MethodInfo method : generated.methods()) {
            AnnotationInstance rpc = method.declaredAnnotation(RPC_METHOD);
            String full = rpc == null ? "" : Elements.text(rpc, "fullMethodName");
            int slash = full.indexOf('/');
            if (slash > 0) {
                service = full.substring(0, slash);
                methods.add(full.substring(slash + 1));
            }
        }
        return methods.isEmpty() ? Optional.empty() : Optional.of(new GrpcService(service, methods));
    }

    private Optional<GrpcService> declared(String generated) {
        String simple = generated.substring(generated.lastIndexOf('.') + 1);
        return declared.get().stream()
                .filter(each -> simple.equals(each.simpleName() + "Grpc"))
                .findFirst();
    }
}
