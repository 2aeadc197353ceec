package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.PathSyntax;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A gRPC service: each of its methods is {@code POST /package.Service/Method} (gRPC, PROTOCOL-HTTP2).
 *
 * @param name its name with its package, {@code shop.v1.Books}
 * @param methods its methods as the protocol names them
 */
record GrpcService(String name, SortedSet<String> methods) {

    GrpcService(String name, Set<String> methods) {
        this(name, new TreeSet<>(methods));
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Adds the routes of the methods that are wanted. */
    void routes(String type, Predicate<String> wanted, Findings findings) {
        methods.stream()
                .filter(wanted)
                .forEach(method ->
                        findings.route(Set.of("POST"), "/" + name + "/" + method, PathSyntax.LITERAL, type, method));
    }

    /** One spelling for {@code Say_hello}, {@code SayHello} and {@code sayHello}: what generators make of a method's name. */
    static String spelling(String method) {
        return method.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
