package io.github.meshready.smi.route.code;

import java.util.ArrayList;
import java.util.List;

/** Names of the classes that generators make of a gRPC service {@code Books}: {@code BooksGrpc}, and wrappers around that. */
final class GrpcNames {

    private static final String GENERATED = "Grpc";
    private static final String KOTLIN = "GrpcKt";

    /** Of {@code MutinyBooksGrpc} and the like, of Quarkus and Salesforce's reactive-grpc. */
    private static final List<String> WRAPPERS = List.of("Mutiny", "Reactor", "Rx3", "Rx");

    private GrpcNames() {}

    static boolean isGenerated(String type) {
        return type.endsWith(GENERATED) || type.endsWith(KOTLIN);
    }

    /** What a generated class is or may be wrapped around, itself first: {@code shop.BooksGrpc} of {@code shop.RxBooksGrpc}. */
    static List<String> wrapped(String type) {
        String java = type.endsWith(KOTLIN) ? type.substring(0, type.length() - 2) : type;
        int simple = java.lastIndexOf('.') + 1;
        List<String> names = new ArrayList<>(List.of(java));
        for (String wrapper : WRAPPERS) {
            if (java.startsWith(wrapper, simple)) {
                names.add(java.substring(0, simple) + java.substring(simple + wrapper.length()));
            }
        }
        return names;
    }

    /** Whether a class is another, or generated around it. */
    static boolean areOfOneService(String caller, String called) {
        return caller.equals(called) || isGenerated(caller) && wrapped(caller).contains(called);
    }
}
