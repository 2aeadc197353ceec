package io.github.meshready.smi.call;

import io.github.meshready.smi.module.ClassTexts;
import io.github.meshready.smi.module.RelaxedName;
import io.github.meshready.smi.route.ClientRoutes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which evidence of a call is that of a declared client: its own class, or the key that tells its target. Where every piece is,
 * and no other class reads these keys, the client's routes are all that the call uses.
 */
final class ClientEvidence {

    /** How frameworks go on after the key of a client to say where its target is. */
    private static final List<String> ENDINGS =
            List.of("", "url", "uri", "urls", "base-url", "mp-rest-url", "mp-rest-uri");

    /** What stands before a client's key in the properties of a framework. */
    private static final List<String> STARTS = List.of("", "quarkus.rest-client.");

    private final ClientRoutes client;
    private final Set<String> keys;
    private final String file;

    ClientEvidence(ClientRoutes client) {
        this.client = client;
        this.keys = Stream.concat(placeholder(client.target()), configured(client.configKey()))
                .map(RelaxedName::of)
                .collect(Collectors.toCollection(TreeSet::new));
        this.file = client.client().replace('.', '/') + ".class";
    }

    ClientRoutes client() {
        return client;
    }

    /** Whether a piece of evidence is there because of this client. */
    boolean explains(Evidence evidence) {
        return evidence.place() == Evidence.Place.CODE && isOwn(evidence.origin())
                || keys.contains(RelaxedName.of(evidence.key()));
    }

    /** Whether a class that is not the client reads what tells its target, and so may call the same. */
    boolean isReadBy(ClassTexts texts) {
        return !isOwn(texts.path())
                && Stream.concat(
                                texts.constants().stream(),
                                texts.annotations().stream()
                                        .flatMap(annotation -> annotation.elements().values().stream()))
                        .map(RelaxedName::of)
                        .anyMatch(text -> keys.stream().anyMatch(text::contains));
    }

    private boolean isOwn(String path) {
        return path.equals(file) || path.endsWith("/" + file);
    }

    /** {@code catalog.url} of <code>${catalog.url:http://catalog}</code>. */
    private static Stream<String> placeholder(String target) {
        return target.startsWith("${") ? Stream.of(target.substring(2).split("[:}]", 2)[0]) : Stream.empty();
    }

    private static Stream<String> configured(String key) {
        return key.isEmpty()
                ? Stream.empty()
                : STARTS.stream().flatMap(start -> ENDINGS.stream().map(end -> start + key + end));
    }
}
