package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;

/**
 * How calls to one Service are spread over others, whoever says so.
 *
 * @param apex the Service that is called
 * @param backends the Services that answer, the apex itself possibly among them
 */
public record Split(ObjectName apex, List<Backend> backends) {

    public Split {
        backends = List.copyOf(backends);
    }

    /**
     * One that answers.
     *
     * @param service the Service
     * @param weight its share
     */
    public record Backend(ObjectName service, SplitWeight weight) {}

    double totalWeight() {
        return backends.stream()
                .mapToDouble(backend -> backend.weight().value())
                .sum();
    }

    /** Whether the mesh takes the weights: it refuses fractions, negative numbers, and nothing but zeros. */
    public boolean hasPossibleWeights() {
        return backends.stream().allMatch(backend -> backend.weight().isPossible())
                && totalWeight() >= 1
                && totalWeight() <= SplitWeight.LARGEST;
    }
}
