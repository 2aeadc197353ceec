package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
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
            List.of("url", "uri", "urls", "base-url", "mp-rest-url", "mp-rest-uri", "host", "address");

    /** What stands before a client's key in the properties of a framework. */
    private static final List<String> STARTS = List.of("", "quarkus.rest-client.");

    /** Annotations of classes that are given all values below a key. */
    private static final Set<String> BOUND =
            Set.of("ConfigurationProperties", "ConfigMapping", "ConfigProperties", "EachProperty");

    private static final String CHANNEL = "@GrpcClient";

    private final ClientRoutes client;
    private final Container container;
    private final Set<String> keys;
    private final String file;

    /** @param container the container that it runs in */
    ClientEvidence(ClientRoutes client, Container container) {
        this.client = client;
        this.container = container;
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
        return evidence.container().equals(container.name())
                && (keys.contains(RelaxedName.of(evidence.key()))
                        || evidence.place() == Evidence.Place.CODE
                                && (isOwn(evidence.origin()) || isChannel(evidence)));
    }

    /** The class with the field for a stub names the channel, not the class of the stub. */
    private boolean isChannel(Evidence evidence) {
        return evidence.key().startsWith(CHANNEL)
                && evidence.address().split(":", 2)[0].equals(client.target());
    }

    /** Whether a class that is not the client reads what tells its target, and so may call the same. */
    boolean isReadBy(ClassTexts texts) {
        return !isOwn(texts.path()) && (names(texts) || isGivenAll(texts));
    }

    /** Whether it holds a key, or the name of the service that the client is told in place of an address, or of its configuration. */
    private boolean names(ClassTexts texts) {
        return Stream.of(client.target(), client.configKey())
                        .anyMatch(name -> !name.isEmpty() && texts.constants().contains(name))
                || Stream.concat(
                                texts.constants().stream(),
                                texts.annotations().stream()
                                        .flatMap(annotation -> annotation.elements().values().stream()))
                        .map(RelaxedName::of)
                        .anyMatch(text -> keys.stream().anyMatch(text::contains));
    }

    /** Whether it is given all values below a key above, by annotation or by a key that it puts together. */
    private boolean isGivenAll(ClassTexts texts) {
        Stream<String> bound = texts.annotations().stream()
                .filter(annotation -> BOUND.contains(annotation.name()))
                .map(annotation -> annotation.text("prefix", "value"));
        Stream<String> open = texts.constants().stream()
                .filter(text -> text.endsWith(".") || text.endsWith("_") || text.endsWith(".\u0001"));
        return Stream.concat(bound, open)
                .map(RelaxedName::of)
                .filter(above -> !above.isEmpty())
                .anyMatch(above -> keys.stream().anyMatch(key -> key.startsWith(above)));
    }

    /** Whether a file is that of the client's class. */
    boolean isOwn(String path) {
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
