package io.github.meshready.smi.policy;

import java.util.List;

/**
 * A TrafficSplit that the build's configuration asks for.
 *
 * @param service the Service whose calls are spread: {@code name} or {@code namespace/name}
 * @param backends the Services that answer
 */
public record DeclaredSplit(String service, List<Backend> backends) {

    public DeclaredSplit {
        backends = List.copyOf(backends);
    }

    /**
     * A Service that answers.
     *
     * @param service its name, in the namespace of the one that is spread
     * @param weight its share, as written
     */
    public record Backend(String service, String weight) {}
}
