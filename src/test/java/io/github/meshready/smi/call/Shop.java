package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.service;

import java.util.List;
import java.util.stream.Stream;

/** An application of which no workload calls another, for tests to add one that does, and what is found in it. */
final class Shop {

    static final List<String> DOCUMENTS = List.of(
            deployment("shop", "db"),
            service("shop", "db", "{port: 5432}"),
            deployment("shop", "api"),
            service("shop", "api", "{name: http, port: 80, targetPort: 8080}", "{name: admin, port: 9000}"),
            deployment("shop", "postgres"),
            service("shop", "pg-ip", "{port: 1}").replace("app: pg-ip", "app: postgres"),
            deployment("shop", "twin"),
            service("shop", "twin", "{name: left, port: 7001}", "{name: right, port: 7002}"));

    private Shop() {}

    static CallGraph find(String... documents) {
        return find(Declarations.NONE, documents);
    }

    static CallGraph find(Declarations declarations, String... documents) {
        String[] all = Stream.concat(DOCUMENTS.stream(), Stream.of(documents)).toArray(String[]::new);
        return new CallFinder(app(all), declarations).find();
    }
}
