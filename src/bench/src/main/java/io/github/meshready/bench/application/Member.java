package io.github.meshready.bench.application;

import java.util.List;

/** One workload of an application, by its number. */
record Member(int number) {

    static final int PER_NAMESPACE = 25;

    private static final List<String> NAMES = List.of(
            "orders", "payments", "catalog", "cart", "shipping", "reviews", "search", "ledger", "accounts", "mail");

    String name() {
        return NAMES.get(number % NAMES.size()) + "-" + number;
    }

    String namespace() {
        return "team-" + number / PER_NAMESPACE;
    }

    Kind kind() {
        return Kind.of(number);
    }

    /** The name under which another one reaches it. */
    String hostFor(Member caller) {
        return namespace().equals(caller.namespace()) ? name() : name() + "." + namespace();
    }
}
