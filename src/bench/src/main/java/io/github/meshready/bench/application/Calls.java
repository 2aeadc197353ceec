package io.github.meshready.bench.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a workload is told of those that it calls, each in one of the spellings that people use. */
final class Calls {

    private final Member from;
    private final List<String> env = new ArrayList<>();
    private final List<String> config = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    Calls(Member from) {
        this.from = from;
    }

    /** @param nth how many calls it has already */
    void add(Member to, int nth) {
        String host = to.hostFor(from);
        String key = to.name().toUpperCase(Locale.ROOT).replace('-', '_');
        String property = to.name().replace('-', '.');
        String url = to.kind().url(host);
        switch ((from.number() + nth) % 4) {
            case 0 -> env.add("        - name: %s_URL\n          value: %s\n".formatted(key, url));
            case 1 ->
                env.add("        - {name: %s_HOST, value: %s}\n        - {name: %s_PORT, value: \"%d\"}\n"
                        .formatted(key, host, key, to.kind().port));
            case 2 -> config.add("    # what %s is asked for\n    %s.url=%s\n".formatted(to.name(), property, url));
            default -> arguments.add("        - --%s=%s\n".formatted(to.name(), url));
        }
    }

    /** Items of a container's {@code env}. */
    List<String> env() {
        return env;
    }

    /** Lines of a properties file. */
    List<String> config() {
        return config;
    }

    /** Items of a container's {@code args}. */
    List<String> arguments() {
        return arguments;
    }
}
