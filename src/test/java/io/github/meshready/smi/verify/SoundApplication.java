package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

/** An application of which no rule has anything to say: web calls api, and may. Each test spoils it in its own way. */
final class SoundApplication {

    static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";

    private static final String[] DOCUMENTS = {
        namespace("a"),
        account("a", "web"),
        account("a", "api"),
        deployment("a", "web", env("API", "http://api")),
        deployment("a", "api"),
        service("a", "api", "{port: 80}"),
        target("a", "t", "api", "web", RULE),
        group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}")
    };

    private SoundApplication() {}

    static String[] documents() {
        return DOCUMENTS.clone();
    }

    static String[] with(String... more) {
        return Stream.concat(Stream.of(DOCUMENTS), Stream.of(more)).toArray(String[]::new);
    }

    static String[] without(String part) {
        return Stream.of(DOCUMENTS).filter(text -> !text.contains(part)).toArray(String[]::new);
    }

    static String[] replaced(String old, String by) {
        String[] documents =
                Stream.of(DOCUMENTS).map(text -> text.replace(old, by)).toArray(String[]::new);
        assertThat(documents).isNotEqualTo(DOCUMENTS);
        return documents;
    }
}
