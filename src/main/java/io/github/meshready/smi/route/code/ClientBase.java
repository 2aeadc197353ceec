package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The path of the URL that a client is given: what stands before all its paths. */
final class ClientBase {

    private final Configuration configuration;

    ClientBase(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * The path of what the configuration sets, else of what is written.
     *
     * @param written a URL, or a placeholder for one
     * @param keys the keys that set another one
     */
    String path(String written, Findings findings, String... keys) {
        String chosen = configuration.written(keys).orElse(written);
        Optional<String> url = configuration.filled(chosen);
        if (url.isEmpty()) {
            findings.unclear("the path of " + chosen + ", if it has one: the module's configuration does not tell");
        }
        List<String> paths = Stream.of(url.orElse("").split(","))
                .map(String::strip)
                .map(PathText::ofUrl)
                .distinct()
                .toList();
        if (paths.size() > 1) {
            findings.unclear("which of the paths of " + chosen + " a call gets");
        }
        return paths.get(0);
    }

    /** A path with its placeholders filled in; nothing, and that said, where one has no value. */
    Optional<String> filled(String path, String method, Findings findings) {
        Optional<String> filled = configuration.filled(path).filter(each -> !each.contains("#{"));
        if (filled.isEmpty()) {
            findings.unclear("the path " + path + " of " + method + ", which the module's configuration does not tell");
        }
        return filled;
    }
}
